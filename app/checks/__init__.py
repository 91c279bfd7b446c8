"""The office's rules: functions of one record that yield what forbids it and what is doubtful."""
