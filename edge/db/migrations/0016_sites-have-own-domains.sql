CREATE TABLE "ended_certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_domains" (
	"publication_id" text PRIMARY KEY NOT NULL,
	"domain" text NOT NULL,
	"token" text NOT NULL,
	"redirects" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"certificate_id" text,
	"certificate_state" text
);
--> statement-breakpoint
ALTER TABLE "publications" DROP CONSTRAINT "publications_domain_unique";--> statement-breakpoint
ALTER TABLE "site_domains" ADD CONSTRAINT "site_domains_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "site_domains_verified" ON "site_domains" USING btree ("domain") WHERE "site_domains"."verified_at" is not null;--> statement-breakpoint
CREATE INDEX "site_domains_checked" ON "site_domains" USING btree ("checked_at");--> statement-breakpoint
ALTER TABLE "publications" DROP COLUMN "domain";--> statement-breakpoint
ALTER TABLE "publications" DROP COLUMN "domain_verified_at";--> statement-breakpoint
-- Whatever takes a domain away (its owner, or a site, portfolio or person that is deleted), its certificate is noted to be given back.
CREATE FUNCTION note_ended_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.certificate_id IS NOT NULL THEN
		INSERT INTO ended_certificates (id) VALUES (OLD.certificate_id) ON CONFLICT DO NOTHING;
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER site_domains_ended AFTER DELETE ON site_domains FOR EACH ROW EXECUTE FUNCTION note_ended_certificate();
