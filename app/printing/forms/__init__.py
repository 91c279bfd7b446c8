"""The forms the office prints, each one record set out in labelled boxes."""
