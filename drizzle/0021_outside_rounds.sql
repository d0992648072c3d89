ALTER TABLE "study" ADD COLUMN "imported" jsonb;--> statement-breakpoint
-- A locked protocol never changes. One thing undoes a lock: taking imported rounds back, while no round is left and
-- nothing was published. Whether a study began with imported rounds is said when it is locked, and not afterwards.
CREATE OR REPLACE FUNCTION keep_locked_protocol() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.imported IS NOT NULL AND NEW.imported IS NULL AND NEW.locked_at IS NULL
    AND NEW.protocol_digest IS NULL AND NEW.protocol_text IS NULL
    AND NOT EXISTS (SELECT 1 FROM round WHERE study_id = OLD.id)
    AND NOT EXISTS (SELECT 1 FROM edition WHERE study_id = OLD.id) THEN
    RETURN NEW;
  END IF;
  IF OLD.locked_at IS NOT NULL
    AND (NEW.locked_at, NEW.protocol_digest, NEW.protocol_text, NEW.protocol, NEW.imported)
    IS DISTINCT FROM (OLD.locked_at, OLD.protocol_digest, OLD.protocol_text, OLD.protocol, OLD.imported) THEN
    RAISE EXCEPTION 'A locked protocol never changes.';
  END IF;
  RETURN NEW;
END $$;
