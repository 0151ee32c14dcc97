import { type Kysely, sql } from 'kysely'

/**
 * Customers who sign in to the portal. `klant_sessie`, `klant_koppeling`, `klant_verificatie` and `klant_passkey` have the
 * columns of better-auth (ADR 0017); `klant_gebruiker` is a view: a session without an active person cannot exist.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table klant_account (
      id uuid primary key,
      partij_id uuid not null references partij,
      -- Lower case. Null as long as only an OIDC provider vouches for him.
      email text check (email = lower(email)),
      -- samengevoegd: the partij was merged into one that has an account of its own; undone with the merge.
      status text not null default 'actief' check (status in ('actief', 'geblokkeerd', 'samengevoegd')),
      taal text not null default 'nl' check (taal in ('nl', 'en')),
      aangemaakt_op timestamptz not null default now(),
      aangemaakt_door uuid not null,
      laatst_aangemeld_op timestamptz,
      versie int not null default 1
    )`.execute(db)
  await sql`
    create unique index klant_account_partij on klant_account (partij_id) where status <> 'samengevoegd'`.execute(db)
  await sql`
    create unique index klant_account_email on klant_account (email) where status <> 'samengevoegd'`.execute(db)

  await sql`
    create table klant_sessie (
      id uuid primary key,
      token text not null unique,
      "userId" uuid not null references klant_account on delete cascade,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      -- He said that this device is his own: the session stays for weeks.
      eigen_apparaat boolean not null default false,
      wijze text not null default '',
      -- When he last proved who he is, and until when that proof counts as strong.
      bewezen_op timestamptz not null default now(),
      sterk_tot timestamptz
    )`.execute(db)
  await sql`create index klant_sessie_account on klant_sessie ("userId")`.execute(db)
  await sql`create index klant_sessie_einde on klant_sessie ("expiresAt")`.execute(db)
  await sql`
    create table klant_koppeling (
      id uuid primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" uuid not null references klant_account on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now(),
      unique ("providerId", "accountId"),
      -- A token of DigiD holds a BSN, and nobody needs it after the sign-in (UAVG art. 46).
      check (coalesce("accessToken", "refreshToken", "idToken", password) is null)
    )`.execute(db)
  await sql`create index klant_koppeling_account on klant_koppeling ("userId")`.execute(db)
  await sql`
    create table klant_verificatie (
      id uuid primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(),
      "updatedAt" timestamptz not null default now()
    )`.execute(db)
  await sql`create index klant_verificatie_identifier on klant_verificatie (identifier)`.execute(db)
  await sql`
    create table klant_passkey (
      id uuid primary key,
      name text,
      "publicKey" text not null,
      "userId" uuid not null references klant_account on delete cascade,
      "credentialID" text not null unique,
      counter integer not null,
      "deviceType" text not null,
      "backedUp" boolean not null,
      transports text,
      "createdAt" timestamptz,
      aaguid text
    )`.execute(db)
  await sql`create index klant_passkey_account on klant_passkey ("userId")`.execute(db)

  // The address is made of the id, so that better-auth never finds anybody by an address that somebody typed.
  await sql`
    create view klant_gebruiker as
    select a.id, p.naam as name, a.id || '@account.invalid' as email, true as "emailVerified", null::text as image,
           a.aangemaakt_op as "createdAt", a.aangemaakt_op as "updatedAt"
    from klant_account a join partij p on p.id = a.partij_id
    left join partij_persoon s on s.partij_id = p.id
    where a.status = 'actief' and p.actief and s.overlijdensdatum is null`.execute(db)
  await sql`
    create function klant_gebruiker_ongewijzigd() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.id = old.id and new.email = old.email and new.name = old.name then return new; end if;
      raise exception 'Accounts van klanten worden in klantaccounts gemaakt en gewijzigd.' using errcode = 'RD002';
    end $$`.execute(db)
  await sql`
    create trigger ongewijzigd instead of insert or update or delete on klant_gebruiker
    for each row execute function klant_gebruiker_ongewijzigd()`.execute(db)

  // The code of a letter for somebody whose e-mail address we do not know. Only its hash is kept, and it serves once.
  await sql`
    create table klant_activering (
      id uuid primary key,
      partij_id uuid not null references partij,
      hash bytea not null unique,
      bericht_id uuid,
      gemaakt_door uuid not null,
      gemaakt_op timestamptz not null,
      geldig_tot timestamptz not null,
      gebruikt_op timestamptz,
      pogingen int not null default 0
    )`.execute(db)
  await sql`create index klant_activering_partij on klant_activering (partij_id)`.execute(db)

  // One attempt to prove who one is, in one browser: a code fits only together with the cookie that began it.
  await sql`
    create table klant_bewijs (
      id uuid primary key,
      -- Hash of the cookie.
      browser bytea not null unique,
      doel text not null check (doel in ('aanmelden', 'activeren', 'bevestigen')),
      account_id uuid references klant_account on delete cascade,
      activering_id uuid references klant_activering on delete cascade,
      kanaal text not null check (kanaal in ('email', 'sms')),
      -- Where the code goes, as typed; whether anybody lives there is found out later, by a job.
      aan text not null,
      -- Keyed hash; null until the code is made, and when there is nobody to send one to.
      code bytea,
      fout int not null default 0,
      taal text not null default 'nl',
      terug text not null default '/',
      eigen_apparaat boolean not null default false,
      gemaakt_op timestamptz not null default now(),
      geldig_tot timestamptz not null
    )`.execute(db)
  await sql`create index klant_bewijs_einde on klant_bewijs (geldig_tot)`.execute(db)

  // The mailbox of the demo also gets what is no bericht: a code is kept nowhere else.
  await sql`alter table postbus drop constraint postbus_bericht_id_fkey`.execute(db)
}
