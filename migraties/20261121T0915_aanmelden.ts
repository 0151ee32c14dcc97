import { type Kysely, sql } from 'kysely'

/**
 * Sign-in. Tables `auth_*` are better-auth's, with its own column names (ADR 0006); `auth_user` is a view on medewerker:
 * an account without a medewerker cannot exist, nor a session of somebody who left.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table auth_session (
      id uuid primary key,
      token text not null unique,
      "userId" uuid not null references medewerker on delete cascade,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text
    )`.execute(db)
  await sql`create index auth_session_user on auth_session ("userId")`.execute(db)
  await sql`create index auth_session_einde on auth_session ("expiresAt")`.execute(db)
  await sql`
    create table auth_account (
      id uuid primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" uuid not null references medewerker on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now(),
      unique ("providerId", "accountId")
    )`.execute(db)
  await sql`create unique index auth_account_wachtwoord on auth_account ("userId") where "providerId" = 'credential'`.execute(
    db,
  )
  await sql`create index auth_account_user on auth_account ("userId")`.execute(db)
  await sql`
    create table auth_verification (
      id uuid primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    )`.execute(db)
  await sql`create index auth_verification_identifier on auth_verification (identifier)`.execute(db)
  await sql`
    create table auth_two_factor (
      id uuid primary key,
      secret text not null,
      "backupCodes" text not null,
      "userId" uuid not null unique references medewerker on delete cascade,
      verified boolean,
      "failedVerificationCount" integer,
      "lockedUntil" timestamptz
    )`.execute(db)
  await sql`
    create table auth_passkey (
      id uuid primary key,
      name text,
      "publicKey" text not null,
      "userId" uuid not null references medewerker on delete cascade,
      "credentialID" text not null unique,
      counter integer not null,
      "deviceType" text not null,
      "backedUp" boolean not null,
      transports text,
      "createdAt" timestamptz,
      aaguid text
    )`.execute(db)
  await sql`create index auth_passkey_user on auth_passkey ("userId")`.execute(db)

  await sql`
    create view auth_user as
    select m.id, m.naam as name, lower(m.email) as email, true as "emailVerified", null::text as image,
           m.aangemaakt_op as "createdAt", m.gewijzigd_op as "updatedAt",
           exists (select from auth_two_factor t where t."userId" = m.id and t.verified) as "twoFactorEnabled"
    from medewerker m where m.actief`.execute(db)
  // better-auth updates its user when TOTP goes on or off; the view derives that, so there is nothing to store.
  await sql`
    create function auth_user_ongewijzigd() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.id = old.id and new.email = old.email and new.name = old.name then return new; end if;
      raise exception 'Medewerkers worden in beheer gemaakt en gewijzigd.' using errcode = 'RD002';
    end $$`.execute(db)
  await sql`
    create trigger ongewijzigd instead of insert or update or delete on auth_user
    for each row execute function auth_user_ongewijzigd()`.execute(db)

  // A link to choose a password: only the hash is kept, and it serves once.
  await sql`
    create table auth_uitnodiging (
      id uuid primary key,
      medewerker_id uuid not null references medewerker on delete cascade,
      hash bytea not null unique check (length(hash) = 32),
      gemaakt_door uuid not null,
      gemaakt_op timestamptz not null default now(),
      geldig_tot timestamptz not null,
      gebruikt_op timestamptz
    )`.execute(db)
  await sql`create index auth_uitnodiging_medewerker on auth_uitnodiging (medewerker_id)`.execute(db)

  // Failed attempts per account and per address; the key is a keyed hash, so no address or e-mail is stored here.
  await sql`
    create table auth_poging (
      sleutel bytea primary key,
      aantal int not null,
      wacht_tot timestamptz not null default '-infinity',
      laatst_op timestamptz not null
    )`.execute(db)
  await sql`create index auth_poging_laatst on auth_poging (laatst_op)`.execute(db)

  // A TOTP code serves once (RFC 6238 §5.2); the same for the step it belongs to.
  await sql`
    create table auth_totp_gebruikt (
      medewerker_id uuid not null references medewerker on delete cascade,
      code bytea not null,
      op timestamptz not null default now(),
      primary key (medewerker_id, code)
    )`.execute(db)
}
