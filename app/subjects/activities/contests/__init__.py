"""What an activity is made of: projects, teams, participants, awards, budget."""
