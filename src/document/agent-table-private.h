/* agent-table-private.h: what an agent table consists of. */
#pragma once

#include "document/agent-base.h"
#include "document/agent-table.h"

G_BEGIN_DECLS

/* Columns before those of the areas, and for each area. */
#define MIS_AGENT_COLUMNS 4u
#define MIS_AREA_COLUMNS 2u

struct _MisAgentTable
{
  GObject parent_instance;

  MisDocument *document;
  MisWorld *world;    /* the one that is shown */
  MisAgentBase *base; /* NULL if nothing is compared */
  gboolean resets;
  gboolean follows; /* the base is what the document says */
  gboolean all_areas;
  GPtrArray *area_ids; /* NULL before any are chosen */
  GArray *areas;       /* of guint: those that are shown */
  GPtrArray *words;    /* of MisGoalWords, by area of the world; NULL where nobody asked yet */
  MisSortOrder sort;
  MisAgentField sort_field;
  char *sort_area; /* id */
  char *filter;
  GArray *order;       /* of guint; NULL: all rows, as in the file */
  gboolean is_ordered; /* FALSE: sort and filter were asked for and are still to be done */
};

/* What the goals of an area are called. */
MisGoalWords *mis_agent_table_get_words (MisAgentTable *self, guint area);

/* What changing a cell is called: (transfer full): "Change Weight of Customer". */
char *mis_agent_table_dup_step_name (MisAgentTable *self, guint row, guint column);

/* Parts of a #MisCellSourceInterface. */
void mis_agent_table_get_column (MisCellSource *source, guint column, MisCellColumn *out);
void mis_agent_table_get_cell (MisCellSource *source, guint row, guint column, MisCellContent *out);
char **mis_agent_table_get_choices (MisCellSource *source, guint row, guint column);
char *mis_agent_table_explain (MisCellSource *source, int row, guint column);
gboolean mis_agent_table_edit (MisCellSource *source,
                               const MisCellArea *area,
                               const char *const *texts,
                               const char *name,
                               GArray *faults);

G_END_DECLS
