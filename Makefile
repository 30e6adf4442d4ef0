run test setup fix: ; python3 dev.py $@
.PHONY: run test setup fix
