ALTER TABLE "ai_generations" ADD COLUMN "cache_write_tokens" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "cost_micros" bigint;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "uncached_micros" bigint;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "message_id" text;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "is_repair" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ai_generations" ADD COLUMN "vault_key_id" text;