"""The plan as a form: its draft, controls, agenda and problems."""
