"""The briefing: one state or a pair, a day and chosen sections, told from the numbers and written as a file."""
