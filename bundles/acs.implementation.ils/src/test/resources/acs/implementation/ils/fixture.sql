-- The library of the tests, at ten in the morning of 2026-03-10 in New York; understood by H2 and PostgreSQL.
INSERT INTO libraries (id, code, name) VALUES (1, 'MAIN', 'Main Library'), (2, 'BR2', 'Second Branch');
INSERT INTO item_types (id, code, media_type, loan_days, renewals, rental_charge, renewal_charge, fine_per_day, magnetic, in_library_only, not_for_loan, security_inhibit) VALUES
 (1, 'BOOK', '001', 21, 2, 0, 0, 0.25, FALSE, FALSE, FALSE, FALSE),
 (2, 'REF', '001', 21, 0, 0, 0, 0, FALSE, FALSE, TRUE, FALSE),
 (3, 'RENTAL', '001', 7, NULL, 2.50, 1.10, 0.33, FALSE, FALSE, FALSE, FALSE),
 (4, 'VIDEO', '005', 7, 1, 0, 0, 0, TRUE, FALSE, FALSE, FALSE),
 (5, 'RESERVE', '001', 0, 0, 0, 0, 0, FALSE, TRUE, FALSE, FALSE),
 (6, 'BOUND', '003', 14, 0, 0, 0, 0, FALSE, FALSE, FALSE, TRUE);
INSERT INTO categories (id, code, loan_limit, hold_limit, overdue_limit, fee_limit, hold_fee) VALUES
 (1, 'ADULT', 20, 5, 5, 10.00, NULL),
 (2, 'SMALL', 2, 1, 0, 10.00, 0.75);
INSERT INTO patrons (id, cardnumber, userid, surname, firstname, category_id, library_id, expires, card_lost, restricted, email, permissions) VALUES
 (100, 'P100', 'ada', 'Lovelace', 'Ada', 1, 1, DATE '2027-12-31', FALSE, NULL, 'ada@example.org', ''),
 (110, 'P110', '', 'Hopper', 'Grace', 1, 1, NULL, FALSE, NULL, '', ''),
 (120, 'P120', '', 'Hamilton', 'Margaret', 1, 2, NULL, FALSE, NULL, '', ''),
 (200, 'P200', '', 'Johnson', 'Katherine', 1, 1, NULL, FALSE, NULL, '', ''),
 (300, 'P300', '', 'Turing', 'Alan', 1, 1, NULL, FALSE, NULL, '', ''),
 (400, 'P400', '', 'Liskov', 'Barbara', 1, 1, NULL, TRUE, NULL, '', ''),
 (500, 'P500', '', 'Perlman', 'Radia', 1, 1, DATE '2026-03-09', FALSE, NULL, '', ''),
 (510, 'P510', '', 'Allen', 'Frances', 1, 1, NULL, FALSE, 'owes an apology', '', ''),
 (700, 'P700', '', 'Knuth', 'Donald', 2, 1, NULL, FALSE, NULL, '', ''),
 (900, 'KIOSK', 'kiosk1', 'Terminal', '', 1, 1, NULL, FALSE, NULL, '', 'circulate');
INSERT INTO patron_names (name, patron_id, kind) SELECT cardnumber, id, 'card' FROM patrons;
INSERT INTO patron_names (name, patron_id, kind) VALUES ('ada', 100, 'userid'), ('kiosk1', 900, 'userid'), ('countess', 100, 'alias');
INSERT INTO titles (id, code, title, author) VALUES
 (1, NULL, 'Dubliners', 'James Joyce'), (2, 'ULY', 'Ulysses', 'James Joyce'), (4, NULL, 'Atlas', ''), (5, NULL, 'Emma', ''),
 (6, NULL, 'New Novel', ''), (7, NULL, 'Traveller', ''), (8, NULL, 'Gone', ''), (9, NULL, 'Moving Pictures', ''),
 (10, NULL, 'Middlemarch', ''), (11, NULL, 'Persuasion', ''), (12, NULL, 'Silas Marner', ''), (14, NULL, 'Course Pack', ''),
 (18, NULL, 'Proceedings', ''), (20, NULL, 'Daniel Deronda', ''), (21, NULL, 'Romola', ''), (22, NULL, 'Kit', ''), (23, NULL, 'Rented', '');
INSERT INTO items (id, barcode, title_id, item_type_id, home_library_id, holding_library_id, to_library_id, status, not_for_loan, materials, location, collection, price) VALUES
 (1, 'I001', 1, 1, 1, 1, NULL, 'available', FALSE, '', 'Main stacks', 'FIC', 12.00),
 (2, 'I002', 2, 1, 1, 1, NULL, 'available', FALSE, '', 'Main stacks', 'FIC', NULL),
 (3, 'I003', 2, 1, 1, 1, NULL, 'available', FALSE, '', 'Main stacks', 'FIC', NULL),
 (4, 'I004', 4, 2, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (5, 'I005', 5, 1, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (6, 'I006', 6, 3, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (7, 'I007', 7, 1, 2, 1, 2, 'in_transit', FALSE, '', '', '', NULL),
 (8, 'I008', 8, 1, 1, 1, NULL, 'lost', FALSE, '', '', '', NULL),
 (9, 'I009', 9, 4, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (10, 'I010', 10, 1, 2, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (11, 'I011', 11, 1, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (12, 'I012', 12, 1, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (13, 'I013', 8, 1, 1, 1, NULL, 'missing', FALSE, '', '', '', NULL),
 (14, 'I014', 14, 5, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (15, 'I015', 8, 1, 1, 1, NULL, 'claimed_returned', FALSE, '', '', '', NULL),
 (16, 'I016', 8, 1, 1, 1, NULL, 'on_order', FALSE, '', '', '', NULL),
 (17, 'I017', 8, 1, 1, 1, NULL, 'in_process', FALSE, '', '', '', NULL),
 (18, 'I018', 18, 6, 1, 1, NULL, 'reshelving', FALSE, '', '', '', NULL),
 (19, 'I019', 8, 1, 1, 1, NULL, 'withdrawn', FALSE, '', '', '', NULL),
 (20, 'I020', 20, 1, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (21, 'I021', 21, 1, 1, 1, NULL, 'available', FALSE, '', '', '', NULL),
 (22, 'I022', 22, 1, 1, 1, NULL, 'available', FALSE, '2 parts', '', '', NULL),
 (23, 'I023', 23, 3, 1, 1, NULL, 'available', FALSE, '', '', '', NULL);
INSERT INTO loans (item_id, patron_id, loaned, due, renewals, recalled, recall_due) VALUES
 (2, 100, TIMESTAMP WITH TIME ZONE '2026-02-20 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-13 23:59:00-04:00', 0, NULL, NULL),
 (10, 100, TIMESTAMP WITH TIME ZONE '2026-02-21 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-14 23:59:00-04:00', 0, NULL, NULL),
 (11, 100, TIMESTAMP WITH TIME ZONE '2026-02-22 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-15 23:59:00-04:00', 0, NULL, NULL),
 (12, 100, TIMESTAMP WITH TIME ZONE '2026-02-23 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-16 23:59:00-04:00', 0, NULL, NULL),
 (20, 100, TIMESTAMP WITH TIME ZONE '2026-02-24 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-17 23:59:00-04:00', 2, NULL, NULL),
 (21, 200, TIMESTAMP WITH TIME ZONE '2026-02-10 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-05 23:59:00-05:00', 0, NULL, NULL),
 (23, 300, TIMESTAMP WITH TIME ZONE '2026-02-10 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-04-05 23:59:00-04:00', 0, TIMESTAMP WITH TIME ZONE '2026-03-01 10:00:00-05:00', TIMESTAMP WITH TIME ZONE '2026-03-20 23:59:00-04:00');
INSERT INTO holds (id, patron_id, title_id, level, item_id, placed, pickup_library_id, status, shelf_until) VALUES
 (1, 300, 5, 'title', 5, TIMESTAMP WITH TIME ZONE '2026-03-01 10:00:00-05:00', 1, 'waiting', TIMESTAMP WITH TIME ZONE '2026-03-15 23:59:00-04:00'),
 (2, 300, 11, 'title', NULL, TIMESTAMP WITH TIME ZONE '2026-03-02 10:00:00-05:00', 1, 'pending', NULL),
 (3, 300, 12, 'title', NULL, TIMESTAMP WITH TIME ZONE '2026-03-03 10:00:00-05:00', 2, 'pending', NULL);
ALTER TABLE holds ALTER COLUMN id RESTART WITH 100;
INSERT INTO fees (id, code, patron_id, fee_type, amount, outstanding, description, item_id, charged) VALUES
 (1, 'X1', 200, '04', 5.00, 5.00, 'late', 21, TIMESTAMP WITH TIME ZONE '2026-01-01 10:00:00-05:00'),
 (2, 'X2', 200, '07', 5.00, 5.00, 'lost', NULL, TIMESTAMP WITH TIME ZONE '2026-01-02 10:00:00-05:00'),
 (3, 'X3', 200, '09', 2.50, 2.50, 'hold', NULL, TIMESTAMP WITH TIME ZONE '2026-01-03 10:00:00-05:00');
ALTER TABLE fees ALTER COLUMN id RESTART WITH 100;
UPDATE patrons SET pin_hash = '@PIN@' WHERE id <> 120;
