"""The planner's exact search for the best sequence of activities."""
