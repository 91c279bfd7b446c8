"""自设台账: registers that an office describes itself, the same objects as all others."""
