-- A part of an edition is frozen like the edition. One change is allowed, once: its body gives way to a tombstone.
-- Parts of simulated studies may go with their study.
CREATE FUNCTION keep_edition_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM study WHERE id = OLD.study_id AND simulated) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.body IS NOT NULL AND NEW.body IS NULL
    AND NEW.study_id = OLD.study_id AND NEW.digest = OLD.digest
    AND NEW.removed_on IS NOT NULL AND btrim(NEW.reason) <> '' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A part of a published edition can be taken down with a day and a reason, and not changed otherwise.';
END $$;
--> statement-breakpoint
CREATE TRIGGER edition_part_is_frozen BEFORE UPDATE OR DELETE ON "edition_part"
  FOR EACH ROW EXECUTE FUNCTION keep_edition_part();
--> statement-breakpoint
CREATE TRIGGER edition_part_is_not_truncated BEFORE TRUNCATE ON "edition_part"
  FOR EACH STATEMENT EXECUTE FUNCTION keep_edition();
--> statement-breakpoint
-- A part comes whole, and its name is the digest of its body.
CREATE FUNCTION check_edition_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.body IS NULL OR NEW.digest <> encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'A part of an edition is named by the SHA-256 of its body.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER edition_part_is_named_by_digest BEFORE INSERT ON "edition_part"
  FOR EACH ROW EXECUTE FUNCTION check_edition_part();
--> statement-breakpoint
-- From the lock on the protocol is a promise: its text, its digest and the day of the lock stay as they are.
CREATE FUNCTION keep_locked_protocol() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.locked_at IS NOT NULL AND (NEW.locked_at, NEW.protocol_digest, NEW.protocol_text, NEW.protocol)
    IS DISTINCT FROM (OLD.locked_at, OLD.protocol_digest, OLD.protocol_text, OLD.protocol) THEN
    RAISE EXCEPTION 'A locked protocol never changes.';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER locked_protocol_is_kept BEFORE UPDATE ON "study"
  FOR EACH ROW EXECUTE FUNCTION keep_locked_protocol();
