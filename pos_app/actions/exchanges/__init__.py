"""What a member exchanges: points for vouchers, units for money."""
