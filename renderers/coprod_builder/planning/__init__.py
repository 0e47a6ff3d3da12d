"""The planner's form, and the page shown if no session is possible."""
