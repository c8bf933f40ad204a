-- Which cash register a payment belongs to, as the login of its terminal says; empty: none.
ALTER TABLE payments ADD COLUMN register VARCHAR NOT NULL DEFAULT '';

-- When a terminal last asked for the item whose login says that this counts as having seen it.
ALTER TABLE items ADD COLUMN seen TIMESTAMP WITH TIME ZONE;
