"""The statistics of the office: every figure of a period, opened, closed, overruled, on paper."""
