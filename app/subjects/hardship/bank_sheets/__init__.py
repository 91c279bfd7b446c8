"""What a bank needs to pay a batch of aid into people's accounts (代发明细表)."""
