"""自设台账 in the window: registers of the office's own, proposed, corrected, changed, handed on."""
