"""Measurements of speed and memory, each beside a peer in the same run. They print figures and pass no judgement."""
