CREATE TABLE account (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	balance INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (name)
)
 STRICT

;;
CREATE TABLE shop_rules (
	one INTEGER NOT NULL, 
	max_total_concession_bp INTEGER NOT NULL, 
	max_margin_share_bp INTEGER NOT NULL, 
	return_window_days INTEGER NOT NULL, 
	cutoff_minutes INTEGER NOT NULL, 
	negative_stock INTEGER NOT NULL, 
	second_supervisor INTEGER NOT NULL, 
	withdraw_mode TEXT NOT NULL, 
	payout_least INTEGER NOT NULL, 
	payout_fee_bp INTEGER NOT NULL, 
	member_day_sales INTEGER NOT NULL, 
	returner_hold INTEGER NOT NULL, 
	flag_split_sales INTEGER NOT NULL, 
	expected_redemption_bp INTEGER NOT NULL, 
	PRIMARY KEY (one), 
	CONSTRAINT shop_rules_negative_stock_truth CHECK (negative_stock IN (0, 1)), 
	CONSTRAINT shop_rules_second_supervisor_truth CHECK (second_supervisor IN (0, 1)), 
	CONSTRAINT shop_rules_returner_hold_truth CHECK (returner_hold IN (0, 1)), 
	CONSTRAINT shop_rules_flag_split_sales_truth CHECK (flag_split_sales IN (0, 1))
)
 STRICT

;;
CREATE TABLE store (
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	left_at INTEGER, 
	PRIMARY KEY (code)
)
 STRICT

;;
CREATE TABLE staff (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	pin TEXT NOT NULL, 
	active INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT staff_active_truth CHECK (active IN (0, 1))
)
 STRICT

;;
CREATE TABLE product (
	number INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	name TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	cost INTEGER NOT NULL, 
	tax_rate INTEGER NOT NULL, 
	excluded INTEGER NOT NULL, 
	unit TEXT NOT NULL, 
	category TEXT NOT NULL, 
	weighed INTEGER NOT NULL, 
	on_sale INTEGER NOT NULL, 
	owner TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT product_excluded_truth CHECK (excluded IN (0, 1)), 
	CONSTRAINT product_weighed_truth CHECK (weighed IN (0, 1)), 
	CONSTRAINT product_on_sale_truth CHECK (on_sale IN (0, 1)), 
	CONSTRAINT product_check_1 CHECK (price BETWEEN 0 AND 1000000000000), 
	CONSTRAINT product_check_2 CHECK (cost >= 0), 
	CONSTRAINT product_check_3 CHECK (tax_rate BETWEEN 0 AND 10000)
)
 STRICT

;;
CREATE TABLE barcode (
	code TEXT NOT NULL, 
	printed TEXT NOT NULL, 
	product INTEGER NOT NULL, 
	PRIMARY KEY (code)
)
 STRICT

;;
CREATE TABLE member (
	number INTEGER NOT NULL, 
	ref TEXT NOT NULL, 
	name TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	sponsor INTEGER, 
	joined_at INTEGER NOT NULL, 
	consent INTEGER NOT NULL, 
	tier TEXT NOT NULL, 
	tier_bp INTEGER NOT NULL, 
	age_band TEXT NOT NULL, 
	employee INTEGER NOT NULL, 
	household TEXT NOT NULL, 
	household_tag TEXT NOT NULL, 
	salt TEXT NOT NULL, 
	erased_at INTEGER, 
	merged_into INTEGER NOT NULL, 
	merged_at INTEGER, 
	PRIMARY KEY (number), 
	CONSTRAINT member_consent_truth CHECK (consent IN (0, 1)), 
	CONSTRAINT member_employee_truth CHECK (employee IN (0, 1))
)
 STRICT

;;
CREATE TABLE member_card (
	card INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	issued_at INTEGER NOT NULL, 
	revoked_at INTEGER, 
	PRIMARY KEY (card)
)
 STRICT

;;
CREATE TABLE program (
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	priority INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	enabled INTEGER NOT NULL, 
	closed_at INTEGER, 
	consent_by TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT program_enabled_truth CHECK (enabled IN (0, 1))
)
 STRICT

;;
CREATE TABLE program_trial (
	digest TEXT NOT NULL, 
	entry INTEGER NOT NULL, 
	PRIMARY KEY (digest)
)
 STRICT

;;
CREATE TABLE program_version (
	program INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	adopted_at INTEGER NOT NULL, 
	params TEXT NOT NULL, 
	PRIMARY KEY (program, version)
)
 STRICT

;;
CREATE TABLE shift (
	number INTEGER NOT NULL, 
	till TEXT NOT NULL, 
	staff INTEGER NOT NULL, 
	opened_at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	opening_float INTEGER NOT NULL, 
	closed_at INTEGER, 
	expected INTEGER NOT NULL, 
	counted INTEGER NOT NULL, 
	variance INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	z_number INTEGER NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;;
CREATE TABLE cash_move (
	number INTEGER NOT NULL, 
	shift INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	approved_by INTEGER, 
	PRIMARY KEY (number)
)
 STRICT

;;
CREATE TABLE sale (
	number INTEGER NOT NULL, 
	basket INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	entry INTEGER NOT NULL, 
	ref TEXT NOT NULL, 
	store TEXT NOT NULL, 
	till TEXT NOT NULL, 
	shift INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	member INTEGER, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	state TEXT NOT NULL, 
	goods INTEGER NOT NULL, 
	saved INTEGER NOT NULL, 
	total INTEGER NOT NULL, 
	tax INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	order_discount INTEGER NOT NULL, 
	rounding INTEGER NOT NULL, 
	returned_base INTEGER NOT NULL, 
	returns INTEGER NOT NULL, 
	sponsor INTEGER, 
	till_store TEXT NOT NULL, 
	referral_barred INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT sale_referral_barred_truth CHECK (referral_barred IN (0, 1)), 
	CONSTRAINT sale_check_1 CHECK (goods >= 0), 
	CONSTRAINT sale_check_2 CHECK (saved >= 0), 
	CONSTRAINT sale_check_3 CHECK (total BETWEEN 0 AND goods), 
	CONSTRAINT sale_check_4 CHECK (tax BETWEEN 0 AND total), 
	CONSTRAINT sale_check_5 CHECK (base >= 0), 
	CONSTRAINT sale_check_6 CHECK (returned_base BETWEEN 0 AND base), 
	CONSTRAINT sale_check_7 CHECK (returns >= 0), 
	CONSTRAINT sale_check_8 CHECK (state IN ('COMPLETED', 'VOIDED'))
)
 STRICT

;;
CREATE TABLE sale_line (
	sale INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	product INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	name TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	discount INTEGER NOT NULL, 
	net INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	voucher INTEGER NOT NULL, 
	reward INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	cost INTEGER NOT NULL, 
	tax_rate INTEGER NOT NULL, 
	tax INTEGER NOT NULL, 
	excluded INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (sale, line), 
	CONSTRAINT sale_line_excluded_truth CHECK (excluded IN (0, 1)), 
	CONSTRAINT sale_line_check_1 CHECK (quantity BETWEEN 1 AND 1000000000), 
	CONSTRAINT sale_line_check_2 CHECK (price >= 0), 
	CONSTRAINT sale_line_check_3 CHECK (net >= 0), 
	CONSTRAINT sale_line_check_4 CHECK (base >= 0), 
	CONSTRAINT sale_line_check_5 CHECK (tax BETWEEN 0 AND net), 
	CONSTRAINT sale_line_check_6 CHECK (returned BETWEEN 0 AND quantity)
)
 STRICT

;;
CREATE TABLE sale_tender (
	sale INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	amount INTEGER NOT NULL, 
	given INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (sale, position), 
	CONSTRAINT sale_tender_check_1 CHECK (amount >= 0), 
	CONSTRAINT sale_tender_check_2 CHECK (given >= amount), 
	CONSTRAINT sale_tender_check_3 CHECK (returned BETWEEN 0 AND amount)
)
 STRICT

;;
CREATE TABLE sale_return (
	number INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	ref TEXT NOT NULL, 
	till TEXT NOT NULL, 
	shift INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	goods INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	tax INTEGER NOT NULL, 
	voucher INTEGER NOT NULL, 
	reward INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	netted INTEGER NOT NULL, 
	paid_back INTEGER NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;;
CREATE TABLE return_line (
	return_number INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	quantity INTEGER NOT NULL, 
	net INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	tax INTEGER NOT NULL, 
	PRIMARY KEY (return_number, line), 
	CONSTRAINT return_line_check_1 CHECK (quantity BETWEEN 1 AND 1000000000), 
	CONSTRAINT return_line_check_2 CHECK (net >= 0), 
	CONSTRAINT return_line_check_3 CHECK (base >= 0), 
	CONSTRAINT return_line_check_4 CHECK (tax >= 0)
)
 STRICT

;;
CREATE TABLE return_tender (
	return_number INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	amount INTEGER NOT NULL, 
	PRIMARY KEY (return_number, position), 
	CONSTRAINT return_tender_check_1 CHECK (amount >= 0)
)
 STRICT

;;
CREATE TABLE sale_flag (
	sale INTEGER NOT NULL, 
	why TEXT NOT NULL, 
	other INTEGER NOT NULL, 
	PRIMARY KEY (sale, why)
)
 STRICT

;;
CREATE TABLE flow (
	day TEXT NOT NULL, 
	debit TEXT NOT NULL, 
	credit TEXT NOT NULL, 
	why TEXT NOT NULL, 
	program INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	PRIMARY KEY (day, debit, credit, why, program)
)
 STRICT

;;
CREATE TABLE journal_entry (
	number INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	staff INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	body BLOB NOT NULL, 
	digest BLOB NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT journal_entry_check_1 CHECK (number > 0), 
	CONSTRAINT journal_entry_check_2 CHECK (length(digest) = 32)
)
 STRICT

;;
CREATE TABLE enrolment (
	sale INTEGER NOT NULL, 
	program INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	referral_taken INTEGER NOT NULL, 
	tier_bp INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	concession INTEGER NOT NULL, 
	wanted_back INTEGER NOT NULL, 
	PRIMARY KEY (sale, program), 
	CONSTRAINT enrolment_referral_taken_truth CHECK (referral_taken IN (0, 1))
)
 STRICT

;;
CREATE TABLE due_event (
	what TEXT NOT NULL, 
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	due_at INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	priority INTEGER NOT NULL, 
	done INTEGER NOT NULL, 
	PRIMARY KEY (what, program, sale, part), 
	CONSTRAINT due_event_done_truth CHECK (done IN (0, 1))
)
 STRICT

;;
CREATE TABLE debt (
	program INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	PRIMARY KEY (program, member), 
	CONSTRAINT debt_check_1 CHECK (amount >= 0)
)
 STRICT

;;
CREATE TABLE program_period (
	program INTEGER NOT NULL, 
	began TEXT NOT NULL, 
	ended INTEGER NOT NULL, 
	scheduled INTEGER NOT NULL, 
	PRIMARY KEY (program)
)
 STRICT

;;
CREATE TABLE wallet_lot (
	account TEXT NOT NULL, 
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	holder TEXT NOT NULL, 
	granted INTEGER NOT NULL, 
	"left" INTEGER NOT NULL, 
	expires TEXT NOT NULL, 
	back_to TEXT NOT NULL, 
	limit_bp INTEGER NOT NULL, 
	unit INTEGER NOT NULL, 
	PRIMARY KEY (account, program, sale, part), 
	CONSTRAINT wallet_lot_check_1 CHECK (left BETWEEN 0 AND granted)
)
 STRICT

;;
CREATE TABLE wallet_draw (
	sale INTEGER NOT NULL, 
	account TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	program INTEGER NOT NULL, 
	lot_sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (sale, account, position), 
	CONSTRAINT wallet_draw_check_1 CHECK (amount > 0), 
	CONSTRAINT wallet_draw_check_2 CHECK (returned BETWEEN 0 AND amount)
)
 STRICT

;;
CREATE TABLE points_day (
	program INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	price INTEGER NOT NULL, 
	PRIMARY KEY (program, day)
)
 STRICT

;;
CREATE TABLE queue (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	active INTEGER NOT NULL, 
	tickets INTEGER NOT NULL, 
	lots INTEGER NOT NULL, 
	allocations INTEGER NOT NULL, 
	completed INTEGER NOT NULL, 
	PRIMARY KEY (program, store)
)
 STRICT

;;
CREATE TABLE queue_day (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	day TEXT NOT NULL, 
	joined INTEGER NOT NULL, 
	completed INTEGER NOT NULL, 
	active INTEGER NOT NULL, 
	allocations INTEGER NOT NULL, 
	PRIMARY KEY (program, store, day)
)
 STRICT

;;
CREATE TABLE queue_ticket (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	member INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	target INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	PRIMARY KEY (program, sale, part), 
	CONSTRAINT queue_ticket_check_1 CHECK (target >= 0), 
	CONSTRAINT queue_ticket_check_2 CHECK (received BETWEEN 0 AND target), 
	CONSTRAINT queue_ticket_check_3 CHECK (part > 0)
)
 STRICT

;;
CREATE TABLE queue_lot (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	funder TEXT NOT NULL, 
	clawback INTEGER NOT NULL, 
	granted INTEGER NOT NULL, 
	"left" INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (program, store, number), 
	CONSTRAINT queue_lot_clawback_truth CHECK (clawback IN (0, 1)), 
	CONSTRAINT queue_lot_check_1 CHECK (left BETWEEN 0 AND granted), 
	CONSTRAINT queue_lot_check_2 CHECK (returned >= 0)
)
 STRICT

;;
CREATE TABLE queue_allocation (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	lot INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	why TEXT NOT NULL, 
	reversed INTEGER NOT NULL, 
	taken_back INTEGER NOT NULL, 
	PRIMARY KEY (program, store, number), 
	CONSTRAINT queue_allocation_reversed_truth CHECK (reversed IN (0, 1)), 
	CONSTRAINT queue_allocation_check_1 CHECK (amount > 0)
)
 STRICT

;;
CREATE TABLE queue_funding (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	funder TEXT NOT NULL, 
	put_in INTEGER NOT NULL, 
	got_back INTEGER NOT NULL, 
	PRIMARY KEY (program, store, funder)
)
 STRICT

;;
CREATE TABLE queue_leaving (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	rest INTEGER NOT NULL, 
	voucher INTEGER NOT NULL, 
	wanted_back INTEGER NOT NULL, 
	PRIMARY KEY (program, sale)
)
 STRICT

;;
CREATE TABLE refer_own_purchase (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	free INTEGER NOT NULL, 
	cycle INTEGER NOT NULL, 
	PRIMARY KEY (program, sale), 
	CONSTRAINT refer_own_purchase_free_truth CHECK (free IN (0, 1)), 
	CONSTRAINT refer_own_purchase_check_1 CHECK (base >= 0)
)
 STRICT

;;
CREATE TABLE refer_cycle (
	program INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	target INTEGER NOT NULL, 
	paid INTEGER NOT NULL, 
	expires TEXT NOT NULL, 
	joined INTEGER NOT NULL, 
	changes INTEGER NOT NULL, 
	basis_sale INTEGER NOT NULL, 
	PRIMARY KEY (program, member, number), 
	CONSTRAINT refer_cycle_check_1 CHECK (target >= 0), 
	CONSTRAINT refer_cycle_check_2 CHECK (paid BETWEEN 0 AND target)
)
 STRICT

;;
CREATE TABLE refer_referral (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	sponsor INTEGER NOT NULL, 
	cycle INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	referee INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	base INTEGER NOT NULL, 
	counts INTEGER NOT NULL, 
	conceded INTEGER NOT NULL, 
	concession INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	paid INTEGER NOT NULL, 
	back INTEGER NOT NULL, 
	rewarded INTEGER NOT NULL, 
	"offset" INTEGER NOT NULL, 
	short INTEGER NOT NULL, 
	PRIMARY KEY (program, sale), 
	CONSTRAINT refer_referral_counts_truth CHECK (counts IN (0, 1)), 
	CONSTRAINT refer_referral_check_1 CHECK (base >= 0), 
	CONSTRAINT refer_referral_check_2 CHECK (conceded >= 0), 
	CONSTRAINT refer_referral_check_3 CHECK (concession BETWEEN 0 AND conceded)
)
 STRICT

;;
CREATE TABLE chain_member (
	program INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	sponsor INTEGER, 
	parent INTEGER, 
	identity INTEGER NOT NULL, 
	perf INTEGER NOT NULL, 
	children INTEGER NOT NULL, 
	purchases INTEGER NOT NULL, 
	slid INTEGER NOT NULL, 
	direct_no INTEGER NOT NULL, 
	counts INTEGER NOT NULL, 
	left_no INTEGER NOT NULL, 
	directs INTEGER NOT NULL, 
	counted INTEGER NOT NULL, 
	direct_sales INTEGER NOT NULL, 
	"left" INTEGER NOT NULL, 
	helping INTEGER NOT NULL, 
	qualified_by INTEGER NOT NULL, 
	in_lock INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	locked_by INTEGER NOT NULL, 
	held_by INTEGER NOT NULL, 
	bonuses INTEGER NOT NULL, 
	bought_by INTEGER NOT NULL, 
	week INTEGER NOT NULL, 
	contribution INTEGER NOT NULL, 
	PRIMARY KEY (program, member), 
	CONSTRAINT chain_member_slid_truth CHECK (slid IN (0, 1)), 
	CONSTRAINT chain_member_counts_truth CHECK (counts IN (0, 1)), 
	CONSTRAINT chain_member_check_1 CHECK (perf >= 0), 
	CONSTRAINT chain_member_check_2 CHECK (children >= 0), 
	CONSTRAINT chain_member_check_3 CHECK (purchases >= 0), 
	CONSTRAINT chain_member_check_4 CHECK (directs >= 0), 
	CONSTRAINT chain_member_check_5 CHECK (counted BETWEEN 0 AND directs), 
	CONSTRAINT chain_member_check_6 CHECK (direct_sales >= 0), 
	CONSTRAINT chain_member_check_7 CHECK (held BETWEEN 0 AND in_lock), 
	CONSTRAINT chain_member_check_8 CHECK (bonuses >= 0), 
	CONSTRAINT chain_member_check_9 CHECK (contribution >= 0), 
	CONSTRAINT chain_member_check_10 CHECK (identity BETWEEN 0 AND 2), 
	CONSTRAINT chain_member_check_11 CHECK (parent IS NULL OR parent <> member)
)
 STRICT

;;
CREATE TABLE chain_sale (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	PRIMARY KEY (program, sale), 
	CONSTRAINT chain_sale_check_1 CHECK (base >= 0)
)
 STRICT

;;
CREATE TABLE chain_bonus (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	level INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	"offset" INTEGER NOT NULL, 
	locked INTEGER NOT NULL, 
	cash INTEGER NOT NULL, 
	wanted_back INTEGER NOT NULL, 
	PRIMARY KEY (program, sale, position), 
	CONSTRAINT chain_bonus_check_1 CHECK (amount > 0), 
	CONSTRAINT chain_bonus_check_2 CHECK (level BETWEEN 1 AND 2), 
	CONSTRAINT chain_bonus_check_3 CHECK (wanted_back BETWEEN 0 AND amount)
)
 STRICT

;;
CREATE TABLE chain_release (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	bonuses INTEGER NOT NULL, 
	PRIMARY KEY (program, sale, member), 
	CONSTRAINT chain_release_held_truth CHECK (held IN (0, 1)), 
	CONSTRAINT chain_release_check_1 CHECK (amount >= 0), 
	CONSTRAINT chain_release_check_2 CHECK (bonuses >= 0)
)
 STRICT

;;
CREATE TABLE chain_move (
	program INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	"before" INTEGER, 
	"after" INTEGER, 
	undone INTEGER NOT NULL, 
	PRIMARY KEY (program, number), 
	CONSTRAINT chain_move_undone_truth CHECK (undone IN (0, 1))
)
 STRICT

;;
CREATE TABLE chain_month (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	month TEXT NOT NULL, 
	sold INTEGER NOT NULL, 
	paid INTEGER NOT NULL, 
	PRIMARY KEY (program, store, month)
)
 STRICT

;;
CREATE TABLE pool_funding (
	program INTEGER NOT NULL, 
	funder TEXT NOT NULL, 
	put_in INTEGER NOT NULL, 
	got_back INTEGER NOT NULL, 
	PRIMARY KEY (program, funder), 
	CONSTRAINT pool_funding_check_1 CHECK (put_in >= 0), 
	CONSTRAINT pool_funding_check_2 CHECK (got_back BETWEEN 0 AND put_in)
)
 STRICT

;;
CREATE TABLE pool_lots (
	program INTEGER NOT NULL, 
	lots INTEGER NOT NULL, 
	PRIMARY KEY (program)
)
 STRICT

;;
CREATE TABLE pool_lot (
	program INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	own INTEGER NOT NULL, 
	granted INTEGER NOT NULL, 
	"left" INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (program, number), 
	CONSTRAINT pool_lot_own_truth CHECK (own IN (0, 1)), 
	CONSTRAINT pool_lot_check_1 CHECK (left BETWEEN 0 AND granted), 
	CONSTRAINT pool_lot_check_2 CHECK (returned >= 0)
)
 STRICT

;;
CREATE TABLE late_reserve (
	program INTEGER NOT NULL, 
	store TEXT NOT NULL, 
	covered INTEGER NOT NULL, 
	PRIMARY KEY (program, store)
)
 STRICT

;;
CREATE TABLE nav_fund (
	program INTEGER NOT NULL, 
	units INTEGER NOT NULL, 
	lots INTEGER NOT NULL, 
	changes INTEGER NOT NULL, 
	PRIMARY KEY (program), 
	CONSTRAINT nav_fund_check_1 CHECK (units >= 0)
)
 STRICT

;;
CREATE TABLE nav_lot (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	minted_at INTEGER NOT NULL, 
	minted INTEGER NOT NULL, 
	cap INTEGER NOT NULL, 
	cap_price INTEGER NOT NULL, 
	units INTEGER NOT NULL, 
	change INTEGER NOT NULL, 
	paid INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	forced_by INTEGER NOT NULL, 
	forced_units INTEGER NOT NULL, 
	forced_paid INTEGER NOT NULL, 
	orphaned INTEGER NOT NULL, 
	PRIMARY KEY (program, sale), 
	CONSTRAINT nav_lot_check_1 CHECK (units BETWEEN 0 AND minted), 
	CONSTRAINT nav_lot_check_2 CHECK (paid >= 0)
)
 STRICT

;;
CREATE TABLE circle (
	program INTEGER NOT NULL, 
	weight INTEGER NOT NULL, 
	holders INTEGER NOT NULL, 
	PRIMARY KEY (program), 
	CONSTRAINT circle_check_1 CHECK (weight >= 0)
)
 STRICT

;;
CREATE TABLE circle_holder (
	program INTEGER NOT NULL, 
	holder TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	energy INTEGER NOT NULL, 
	weight INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	last_sale INTEGER NOT NULL, 
	PRIMARY KEY (program, holder), 
	CONSTRAINT circle_holder_check_1 CHECK (energy >= 0), 
	CONSTRAINT circle_holder_check_2 CHECK (weight >= 0), 
	CONSTRAINT circle_holder_check_3 CHECK (points >= 0)
)
 STRICT

;;
CREATE TABLE circle_sale (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	energy INTEGER NOT NULL, 
	weight INTEGER NOT NULL, 
	sponsor INTEGER NOT NULL, 
	sponsor_weight INTEGER NOT NULL, 
	store_energy INTEGER NOT NULL, 
	store_weight INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (program, sale)
)
 STRICT

;;
CREATE TABLE green_fund (
	program INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	lots INTEGER NOT NULL, 
	periods INTEGER NOT NULL, 
	inflow INTEGER NOT NULL, 
	prev_inflow INTEGER NOT NULL, 
	new_sales INTEGER NOT NULL, 
	PRIMARY KEY (program), 
	CONSTRAINT green_fund_check_1 CHECK (points >= 0), 
	CONSTRAINT green_fund_check_2 CHECK (inflow >= 0), 
	CONSTRAINT green_fund_check_3 CHECK (new_sales >= 0)
)
 STRICT

;;
CREATE TABLE green_lot (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	holder TEXT NOT NULL, 
	granted INTEGER NOT NULL, 
	points INTEGER NOT NULL, 
	most INTEGER NOT NULL, 
	closes INTEGER NOT NULL, 
	open INTEGER NOT NULL, 
	released INTEGER NOT NULL, 
	PRIMARY KEY (program, sale, part), 
	CONSTRAINT green_lot_open_truth CHECK (open IN (0, 1)), 
	CONSTRAINT green_lot_check_1 CHECK (points BETWEEN 0 AND granted), 
	CONSTRAINT green_lot_check_2 CHECK (released BETWEEN 0 AND most)
)
 STRICT

;;
CREATE TABLE green_sale (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	fee INTEGER NOT NULL, 
	joined INTEGER NOT NULL, 
	month TEXT NOT NULL, 
	returned INTEGER NOT NULL, 
	PRIMARY KEY (program, sale)
)
 STRICT

;;
CREATE TABLE green_month (
	program INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	month TEXT NOT NULL, 
	spent INTEGER NOT NULL, 
	released INTEGER NOT NULL, 
	PRIMARY KEY (program, member, month)
)
 STRICT

;;
CREATE TABLE draw_pot (
	program INTEGER NOT NULL, 
	rounds INTEGER NOT NULL, 
	entries INTEGER NOT NULL, 
	PRIMARY KEY (program), 
	CONSTRAINT draw_pot_check_1 CHECK (rounds >= 0), 
	CONSTRAINT draw_pot_check_2 CHECK (entries >= 0)
)
 STRICT

;;
CREATE TABLE draw_entry (
	program INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	member INTEGER NOT NULL, 
	settled_at INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	open INTEGER NOT NULL, 
	prize INTEGER NOT NULL, 
	returned INTEGER NOT NULL, 
	rate_bp INTEGER NOT NULL, 
	PRIMARY KEY (program, sale), 
	CONSTRAINT draw_entry_open_truth CHECK (open IN (0, 1)), 
	CONSTRAINT draw_entry_check_1 CHECK (base >= 0), 
	CONSTRAINT draw_entry_check_2 CHECK (prize >= 0)
)
 STRICT

;;
CREATE TABLE draw_round (
	program INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	round_id TEXT NOT NULL, 
	drawn_at INTEGER NOT NULL, 
	commitment TEXT NOT NULL, 
	pool_before INTEGER NOT NULL, 
	pool_after INTEGER NOT NULL, 
	PRIMARY KEY (program, number)
)
 STRICT

;;
CREATE TABLE draw_pick (
	program INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	pick INTEGER NOT NULL, 
	entries TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	sale INTEGER NOT NULL, 
	prize INTEGER NOT NULL, 
	tax INTEGER NOT NULL, 
	pool_before INTEGER NOT NULL, 
	PRIMARY KEY (program, number, pick), 
	CONSTRAINT draw_pick_check_1 CHECK (prize BETWEEN 1 AND 5000000), 
	CONSTRAINT draw_pick_check_2 CHECK (tax BETWEEN 0 AND prize)
)
 STRICT

;;
CREATE TABLE setting (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
)
 STRICT

;;
CREATE TABLE print_job (
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	sale INTEGER, 
	copy INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	body BLOB NOT NULL, 
	made_at INTEGER NOT NULL, 
	tries INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT print_job_kind CHECK (kind IN ('receipt', 'slip', 'card', 'report')), 
	CONSTRAINT print_job_state CHECK (state IN ('waiting', 'sent', 'done', 'failed'))
)
 STRICT

;;
CREATE TABLE basket_draft (
	basket INTEGER NOT NULL, 
	till TEXT NOT NULL, 
	held_as TEXT, 
	saved_at INTEGER NOT NULL, 
	head TEXT NOT NULL, 
	PRIMARY KEY (basket)
)
 STRICT

;;
CREATE TABLE sign_in_lock (
	staff INTEGER NOT NULL, 
	failures INTEGER NOT NULL, 
	waiting_ms INTEGER NOT NULL, 
	PRIMARY KEY (staff)
)
 STRICT

;;
CREATE TABLE search_product (
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;;
CREATE VIRTUAL TABLE search_product_grams USING fts5(text, content='', columnsize=0, prefix='1 2', tokenize="ascii tokenchars '^$'");;
CREATE TABLE search_member (
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (number)
)
 STRICT

;;
CREATE VIRTUAL TABLE search_member_grams USING fts5(text, content='', columnsize=0, prefix='1 2', tokenize="ascii tokenchars '^$'");;
CREATE TABLE snapshot_cache (
	name TEXT NOT NULL, 
	body BLOB NOT NULL, 
	PRIMARY KEY (name)
)
 STRICT

;;
CREATE TABLE transfer (
	number INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	effective_at INTEGER NOT NULL, 
	debit INTEGER NOT NULL, 
	credit INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	why TEXT NOT NULL, 
	sale INTEGER, 
	funded_by INTEGER, 
	program INTEGER, 
	PRIMARY KEY (number), 
	CONSTRAINT transfer_check_1 CHECK (amount > 0), 
	CONSTRAINT transfer_check_2 CHECK (debit <> credit), 
	CONSTRAINT transfer_check_3 CHECK (number > 0), 
	FOREIGN KEY(debit) REFERENCES account (number), 
	FOREIGN KEY(credit) REFERENCES account (number)
)
 STRICT

;;
CREATE TABLE basket_line_draft (
	basket INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (basket, line), 
	FOREIGN KEY(basket) REFERENCES basket_draft (basket) ON DELETE CASCADE
)
 STRICT

;;
CREATE INDEX barcode_of_product ON barcode (product, code);;
CREATE TRIGGER cash_move_no_delete BEFORE DELETE ON cash_move BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER cash_move_no_update BEFORE UPDATE ON cash_move BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX cash_move_of_shift ON cash_move (shift, number);;
CREATE INDEX chain_member_directs ON chain_member (program, sponsor, direct_no, member) WHERE direct_no > 0;;
CREATE INDEX chain_member_in_lock ON chain_member (program, member) WHERE in_lock > 0;;
CREATE INDEX chain_member_left_behind ON chain_member (program, sponsor, left_no, member) WHERE left_no > 0;;
CREATE INDEX chain_member_team ON chain_member (program, parent, children, perf, member) WHERE identity > 0;;
CREATE INDEX chain_move_of_sale ON chain_move (program, sale, number);;
CREATE INDEX chain_move_standing ON chain_move (program, number) WHERE undone = 0;;
CREATE INDEX circle_holder_sharers ON circle_holder (program, number, holder) WHERE weight > 0;;
CREATE INDEX draw_entry_of_member ON draw_entry (member, program, sale) WHERE open = 1;;
CREATE INDEX draw_entry_open ON draw_entry (program, settled_at, sale) WHERE open = 1;;
CREATE TRIGGER draw_pick_no_delete BEFORE DELETE ON draw_pick BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER draw_pick_no_update BEFORE UPDATE ON draw_pick BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER draw_round_no_delete BEFORE DELETE ON draw_round BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER draw_round_no_update BEFORE UPDATE ON draw_round BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX due_event_due ON due_event (due_at, rank, sale, priority, program, what, part) WHERE done = 0;;
CREATE INDEX green_lot_closing ON green_lot (program, closes, number, sale, part) WHERE open = 1;;
CREATE INDEX green_lot_of_holder ON green_lot (holder, program, number, sale, part) WHERE open = 1;;
CREATE INDEX green_lot_open ON green_lot (program, number, sale, part) WHERE open = 1;;
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX journal_entry_of_kind ON journal_entry (kind, number);;
CREATE UNIQUE INDEX member_by_phone ON member (phone) WHERE phone > '';;
CREATE UNIQUE INDEX member_by_ref ON member (ref);;
CREATE INDEX member_card_of_member ON member_card (member, card);;
CREATE INDEX member_merged_into ON member (merged_into, number) WHERE merged_into > 0;;
CREATE INDEX member_of_household ON member (household_tag, number) WHERE household_tag > '';;
CREATE INDEX member_of_sponsor ON member (sponsor, number);;
CREATE INDEX nav_lot_capped ON nav_lot (program, cap_price, number, sale) WHERE units > 0;;
CREATE INDEX nav_lot_forced_by ON nav_lot (program, forced_by, number, sale) WHERE forced_by > 0;;
CREATE INDEX nav_lot_of_member ON nav_lot (member, program, number, sale) WHERE units > 0;;
CREATE INDEX nav_lot_open ON nav_lot (program, number, sale) WHERE units > 0;;
CREATE INDEX pool_lot_of_sale ON pool_lot (program, sale, number);;
CREATE INDEX pool_lot_open ON pool_lot (program, number) WHERE "left" > 0;;
CREATE INDEX print_job_of_sale ON print_job (sale, number);;
CREATE INDEX print_job_open ON print_job (number) WHERE state != 'done';;
CREATE UNIQUE INDEX product_by_sku ON product (sku);;
CREATE UNIQUE INDEX program_by_name ON program (name);;
CREATE INDEX program_by_priority ON program (priority, number);;
CREATE INDEX program_enabled ON program (priority, number) WHERE enabled = 1;;
CREATE TRIGGER program_version_no_delete BEFORE DELETE ON program_version BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER program_version_no_update BEFORE UPDATE ON program_version BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX queue_allocation_of_lot ON queue_allocation (program, store, lot, number);;
CREATE INDEX queue_allocation_of_sale ON queue_allocation (program, sale, number, store);;
CREATE INDEX queue_lot_of_sale ON queue_lot (program, sale, number, store);;
CREATE INDEX queue_lot_open ON queue_lot (program, store, number) WHERE "left" > 0;;
CREATE INDEX queue_ticket_active ON queue_ticket (program, store, seq, sale, part) WHERE state = 'ACTIVE';;
CREATE INDEX queue_ticket_active_of_member ON queue_ticket (member, program, store, seq, sale, part) WHERE state = 'ACTIVE';;
CREATE INDEX queue_ticket_of_day ON queue_ticket (member, day, program, store, sale, part) WHERE part = 1;;
CREATE INDEX refer_cycle_open ON refer_cycle (program, member, number) WHERE state = 'OPEN';;
CREATE INDEX refer_own_purchase_free ON refer_own_purchase (program, member, sale) WHERE free = 1;;
CREATE INDEX refer_referral_counted ON refer_referral (program, referee, sale) WHERE counts = 1;;
CREATE INDEX refer_referral_of_cycle ON refer_referral (program, sponsor, cycle, position, sale);;
CREATE TRIGGER return_line_no_delete BEFORE DELETE ON return_line BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER return_line_no_update BEFORE UPDATE ON return_line BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER return_tender_no_delete BEFORE DELETE ON return_tender BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER return_tender_no_update BEFORE UPDATE ON return_tender BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE UNIQUE INDEX sale_by_basket ON sale (basket, store);;
CREATE INDEX sale_by_day ON sale (day, number);;
CREATE UNIQUE INDEX sale_by_ref ON sale (ref);;
CREATE TRIGGER sale_flag_no_delete BEFORE DELETE ON sale_flag BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER sale_flag_no_update BEFORE UPDATE ON sale_flag BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX sale_of_member ON sale (member, number);;
CREATE INDEX sale_of_shift ON sale (shift, number);;
CREATE INDEX sale_return_by_day ON sale_return (day, number);;
CREATE UNIQUE INDEX sale_return_by_ref ON sale_return (ref);;
CREATE INDEX sale_return_of_sale ON sale_return (sale, sequence, number);;
CREATE INDEX sale_return_of_shift ON sale_return (shift, number);;
CREATE INDEX shift_by_day ON shift (day, number);;
CREATE INDEX shift_of_till ON shift (till, number);;
CREATE INDEX staff_active ON staff (active, number);;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT, 'the books are append-only'); END;;
CREATE INDEX transfer_of_sale ON transfer (sale, number);;
CREATE INDEX wallet_lot_spendable ON wallet_lot (account, holder, expires, sale, program, part) WHERE "left" > 0;;
