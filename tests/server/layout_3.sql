-- A database as the server left it before Alembic numbered its layouts.
CREATE TABLE accounts (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    consumer_key VARCHAR NOT NULL,
    username VARCHAR NOT NULL,
    first_name VARCHAR NOT NULL,
    last_name VARCHAR NOT NULL,
    created BIGINT NOT NULL,
    suspended BIGINT NOT NULL,
    password_expired BIGINT NOT NULL,
    UNIQUE (id)
);
INSERT INTO "accounts" VALUES(7,'5f1','k','ada_1','Ada','',1600000000,0,0);
CREATE TABLE addresses (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    account_id VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    UNIQUE (account_id, folded),
    FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "addresses" VALUES(9,'5f1','Ada@example.com','ada@example.com');
CREATE TABLE nonces (
    timestamp BIGINT NOT NULL,
    nonce VARCHAR NOT NULL,
    consumer_key VARCHAR NOT NULL,
    PRIMARY KEY (timestamp, nonce, consumer_key)
);
CREATE TABLE schema_version (
    version INTEGER NOT NULL,
    PRIMARY KEY (version)
);
INSERT INTO "schema_version" VALUES(3);
CREATE TABLE sources (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    account_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    secret VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    port INTEGER NOT NULL,
    status_message VARCHAR,
    callback_url VARCHAR,
    status_callback_url VARCHAR,
    server VARCHAR NOT NULL,
    username VARCHAR NOT NULL,
    sync_folders VARCHAR NOT NULL,
    use_ssl BOOLEAN NOT NULL,
    sync_flags BOOLEAN NOT NULL,
    sync_all_folders BOOLEAN NOT NULL,
    expunge_on_deleted_flag BOOLEAN NOT NULL,
    raw_file_list BOOLEAN NOT NULL,
    synchronised BOOLEAN NOT NULL,
    nb_messages BIGINT NOT NULL,
    nb_files BIGINT NOT NULL,
    UNIQUE (account_id, label),
    FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
INSERT INTO "sources" VALUES(5,'5f1','ada@example.com::imap.example.com','gAAAAA','OK',993,NULL,NULL,NULL,'imap.example.com','ada','',1,0,0,0,0,1,12,3);
CREATE TABLE tokens (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    token VARCHAR NOT NULL,
    consumer_key VARCHAR NOT NULL,
    of_account BOOLEAN NOT NULL,
    account_id VARCHAR,
    source INTEGER,
    callback_url VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    first_name VARCHAR NOT NULL,
    last_name VARCHAR NOT NULL,
    source_sync_folders VARCHAR NOT NULL,
    created BIGINT NOT NULL,
    used BIGINT NOT NULL,
    source_callback_url VARCHAR,
    status_callback_url VARCHAR,
    source_sync_flags BOOLEAN NOT NULL,
    source_sync_all_folders BOOLEAN NOT NULL,
    source_expunge_on_deleted_flag BOOLEAN NOT NULL,
    source_raw_file_list BOOLEAN NOT NULL,
    UNIQUE (token),
    FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    FOREIGN KEY(source) REFERENCES sources (sequence) ON DELETE SET NULL
);
INSERT INTO "tokens" VALUES(4,'tok1','k',0,'5f1',5,'https://a.example/','ada@example.com','Ada','','',1600000000,1600000060,NULL,NULL,0,0,0,0);
CREATE INDEX ix_accounts_consumer_key ON accounts (consumer_key);
CREATE INDEX ix_addresses_folded ON addresses (folded);
CREATE INDEX ix_tokens_account_id ON tokens (account_id);
CREATE INDEX ix_tokens_consumer_key ON tokens (consumer_key);
UPDATE sqlite_sequence SET seq = 8 WHERE name = 'sources'; -- the last one was deleted
