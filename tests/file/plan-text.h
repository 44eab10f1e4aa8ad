/* plan-text.h: tables that others made as texts, for tests: what they are taken for. All must be
 * tables; what is returned is (transfer full). */
#pragma once

#include "file/table-plan.h"

G_BEGIN_DECLS

MisTableProfile *plan_profile (const char *text);

/* The plan that is made without anybody's help. */
MisTablePlan *plan_guess (const char *text);

/* What a plan makes of a table, which it must be able to read. */
MisWorld *plan_read (const MisTablePlan *plan, const char *text, MisTableHow how);

/* What a table is taken for without anybody's help, as the table that the program writes. */
void plan_expect (const char *text, const char *expected);

G_END_DECLS
