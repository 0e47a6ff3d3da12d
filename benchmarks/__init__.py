"""Measurements of speed and memory, each beside a peer in the same run. They print figures, and pass no
judgement but one: a pack that takes longer to check and fit than to render fails the run."""
