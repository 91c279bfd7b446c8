"""The club's equipment and books."""
