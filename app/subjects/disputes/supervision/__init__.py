"""What the union asks of employers and authorities in writing (一函两书)."""
