"""What happens in a case: parties, steps, agreements, visits."""
