-- What a directory says of patrons beyond the columns of patrons: Koha's extended attributes.
CREATE TABLE patron_attributes (
    patron_id BIGINT  NOT NULL REFERENCES patrons (id) ON DELETE CASCADE,
    code      VARCHAR NOT NULL,
    content   VARCHAR NOT NULL,
    PRIMARY KEY (patron_id, code)
);
