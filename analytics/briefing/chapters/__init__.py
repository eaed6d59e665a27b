"""What each section of a briefing asks and says."""
