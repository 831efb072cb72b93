CREATE TABLE "billing" (
	"person_id" text PRIMARY KEY NOT NULL,
	"customer_id" text,
	"status" text,
	"paid_until" timestamp with time zone,
	"ends" boolean DEFAULT false NOT NULL,
	"granted_tier" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_customer_id_unique" UNIQUE("customer_id")
);
--> statement-breakpoint
CREATE TABLE "elsewhere" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"portfolio_id" text NOT NULL,
	"host" text NOT NULL,
	"sealed_place" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "taken_down_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "billing" ADD CONSTRAINT "billing_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elsewhere" ADD CONSTRAINT "elsewhere_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "elsewhere" ADD CONSTRAINT "elsewhere_portfolio_id_portfolios_id_fk" FOREIGN KEY ("portfolio_id") REFERENCES "public"."portfolios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "elsewhere_place" ON "elsewhere" USING btree ("portfolio_id","host");--> statement-breakpoint
CREATE INDEX "elsewhere_of_person" ON "elsewhere" USING btree ("owner_id","created_at");