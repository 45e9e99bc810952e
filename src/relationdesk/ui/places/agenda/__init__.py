"""The agenda: a week or a month of days, and moving a follow-up from one to another."""
