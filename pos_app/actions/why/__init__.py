"""Why a sale, a member or a pool has what it has, fen by fen."""
