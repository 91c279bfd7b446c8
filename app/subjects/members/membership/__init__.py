"""Events of membership and dues on paper."""
