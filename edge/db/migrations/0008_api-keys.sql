DELETE FROM "api_keys";--> statement-breakpoint
ALTER TABLE "api_keys" DROP CONSTRAINT "api_keys_reference_id_people_id_fk";
--> statement-breakpoint
DROP INDEX "api_keys_key";--> statement-breakpoint
DROP INDEX "api_keys_config";--> statement-breakpoint
DROP INDEX "api_keys_of_person";--> statement-breakpoint
ALTER TABLE "api_keys" ALTER COLUMN "name" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ALTER COLUMN "start" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "owner_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "hash" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "scopes" text NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "requests" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "api_key_id" text;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_of_person" ON "api_keys" USING btree ("owner_id","created_at");--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "config_id";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "reference_id";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "prefix";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "key";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "refill_interval";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "refill_amount";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "last_refill_at";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "enabled";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "rate_limit_enabled";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "rate_limit_time_window";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "rate_limit_max";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "request_count";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "remaining";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "last_request";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "updated_at";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "permissions";--> statement-breakpoint
ALTER TABLE "api_keys" DROP COLUMN "metadata";