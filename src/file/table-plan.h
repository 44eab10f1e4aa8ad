/* table-plan.h: what the columns of a table mean and how its answers are read, as somebody has
 * decided it; and the table read that way.
 *
 * mis_table_read() knows one kind of table. A plan turns any other into that: columns get the names
 * that it knows or are left out, words such as "pass" become a goal, no goal, or unknown.
 */
#pragma once

#include "core/agent.h"
#include "core/world.h"
#include "file/table-profile.h"
#include "file/table-reader.h"

G_BEGIN_DECLS

/**
 * MisTableUse:
 * @MIS_TABLE_USE_FACT: what an agent is, not what it wants: becomes its principal, those of several
 *   columns with commas between them
 * @MIS_TABLE_USE_AREA: wide: the goals of the area that is called like the column; long: names of
 *   areas
 * @MIS_TABLE_USE_GOAL: long form only: goals
 * @MIS_TABLE_USE_WEIGHT, @MIS_TABLE_USE_LOW, @MIS_TABLE_USE_HIGH: wide: of the area in another
 *   column
 *
 * What a column is used for.
 */
typedef enum
{
  MIS_TABLE_USE_NOTHING,
  MIS_TABLE_USE_AGENT,
  MIS_TABLE_USE_NAME,
  MIS_TABLE_USE_KIND,
  MIS_TABLE_USE_FACT,
  MIS_TABLE_USE_COUNT,
  MIS_TABLE_USE_AREA,
  MIS_TABLE_USE_GOAL,
  MIS_TABLE_USE_WEIGHT,
  MIS_TABLE_USE_LOW,
  MIS_TABLE_USE_HIGH,
} MisTableUse;

/* @of: the column with the goals of the area that the numbers are about; wide form only. */
typedef struct
{
  MisTableUse use;
  guint of;
} MisTablePlanColumn;

/* How an answer is taken: "no goal" was asked and holds none, "unknown" was not asked. */
typedef enum
{
  MIS_TABLE_AS_GOAL,
  MIS_TABLE_AS_NO_GOAL,
  MIS_TABLE_AS_UNKNOWN,
  MIS_TABLE_N_WAYS,
} MisTableWay;

/**
 * MisTableAnswer:
 * @text: as it stands in the cells; "" for those that are empty
 * @n: cells that hold it, in the columns of goals
 * @is_special: whether it looks like no answer at all, by what people write then
 */
typedef struct
{
  char *text;
  guint64 n;
  gboolean is_special;
  MisTableWay way;
} MisTableAnswer;

/**
 * MisTableKindWord:
 * @text: as it stands in the cells of the column with the kinds
 * @n: cells that hold it
 * @kind: what it is taken for
 * @is_known: whether it is a word that names a kind; otherwise somebody should say what it is
 */
typedef struct
{
  char *text;
  guint64 n;
  MisKind kind;
  gboolean is_known;
} MisTableKindWord;

/**
 * MisTableSpelling:
 * @column: in which it stands
 * @text: a goal as some of the cells spell it
 * @usual: as the project spells a goal that differs from it only in capitals or spaces; else as
 *   most of the cells do that differ from it only so
 * @n: cells that hold @text
 */
typedef struct
{
  guint column;
  char *text;
  char *usual;
  guint64 n;
} MisTableSpelling;

/**
 * MisTablePlan:
 * @separator, @comma: as in #MisTableProfile
 * @is_long: a row for an agent in an area, in place of one for an agent
 * @columns: (array length=n_columns)
 * @labels: (array length=n_columns): what the table calls them
 * @answers: (element-type MisTableAnswer): those that look like none first; what is not among them
 *   is a goal
 * @kinds: (element-type MisTableKindWord): the words for kinds of agents, those first that are not
 *   known; others that the table may have are what they are taken for without a plan
 * @keeps_kinds: those that are no kinds as the program writes them become facts too, so that
 *   nothing is lost that the table says; in the long form only where no column is a fact
 * @base: (nullable): the project that takes up the table: its goals are there too
 * @spellings: (element-type MisTableSpelling): of goals that are there in another spelling too
 * @unites_spellings: these are taken for the usual ones; without, each is a goal of its own
 * @left_out: (element-type guint64): lines in which rows begin that are not read
 *
 * Members may be changed; then mis_table_plan_find_words() brings @answers and @spellings to what
 * is a goal now, and @kinds to what is a kind.
 */
typedef struct
{
  char separator;
  gboolean comma;
  gboolean is_long;
  guint n_columns;
  MisTablePlanColumn *columns;
  char **labels;
  GArray *answers;
  GArray *kinds;
  gboolean keeps_kinds;
  MisWorld *base;
  GArray *spellings;
  gboolean unites_spellings;
  GHashTable *left_out;
} MisTablePlan;

/**
 * mis_table_plan_new:
 *
 * What the table most probably means: columns that are called as the reader wants them are that;
 * others by what people call them, and by what is in them. A table without a column that names
 * agents has its rows numbered.
 *
 * Returns: (transfer full)
 */
MisTablePlan *mis_table_plan_new (const MisTableProfile *profile);
MisTablePlan *mis_table_plan_copy (const MisTablePlan *plan);
void mis_table_plan_free (MisTablePlan *plan);

/* Guesses again what the columns are, in one form or the other. */
void mis_table_plan_set_form (MisTablePlan *plan, const MisTableProfile *profile, gboolean is_long);

/* The project that takes up the table, or %NULL for a new one; finds its words again. */
void mis_table_plan_set_base (MisTablePlan *plan, const MisTableProfile *profile, MisWorld *base);

/* Counts the answers in the columns of goals, and the words for kinds; those that were there keep
 * what they are taken for. */
void mis_table_plan_find_words (MisTablePlan *plan, const MisTableProfile *profile);

/* (transfer full) (element-type utf8): why a table cannot be read so, a sentence each, in the
 * user's language; empty if it can be tried. */
GPtrArray *mis_table_plan_list_problems (const MisTablePlan *plan);

/* Leaves out the rows that @fault and those in it are about, on the user's word; %FALSE if that is
 * of no use, as they are about no rows, about the table as a whole, or about rows that were left
 * out before. */
gboolean mis_table_plan_leave_out (MisTablePlan *plan, const MisFault *fault);
gboolean mis_table_plan_can_leave_out (const MisTablePlan *plan, const MisFault *fault);

/* (transfer full): what an answer is called as a goal, where it is empty or a dash. */
char *mis_table_answer_name_goal (const char *text);

/**
 * mis_table_plan_write:
 * @text: (array length=length): the table
 * @columns: (out) (array): for each column that is written, that of the table, -1 for numbers of
 *   rows; free with g_free()
 * @stop: (nullable): polled; if it becomes non-zero the rest is left out
 * @fault: (out): rows that are not as long as the header
 *
 * Each row stands in the line in which it begins in @text. O(@length).
 *
 * Returns: (transfer full): a table as mis_table_read() wants it
 */
GString *mis_table_plan_write (const MisTablePlan *plan,
                               const char *text,
                               gsize length,
                               int **columns,
                               const gint *stop,
                               MisFault **fault);

/**
 * mis_table_plan_read:
 *
 * As mis_table_read() with what mis_table_plan_write() makes of @text. Faults point into @text, and
 * call columns as it does.
 *
 * Returns: (transfer full): %NULL with a fault, or because of @stop
 */
MisWorld *mis_table_plan_read (const MisTablePlan *plan,
                               const char *text,
                               gsize length,
                               MisWorld *base,
                               MisTableHow how,
                               const gint *stop,
                               MisTableSummary *summary,
                               MisFault **fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisTablePlan, mis_table_plan_free)

G_END_DECLS
