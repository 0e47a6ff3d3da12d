"""Editing a plan in a form: the draft, controls, agenda and problems."""
