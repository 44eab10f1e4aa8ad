/* table-agents.h: the agent groups of a population table, one by one, in long or wide form. */
#pragma once

#include "core/agent.h"
#include "core/position.h"
#include "file/table-header.h"

G_BEGIN_DECLS

/* What to do about a second row of an agent where one is expected. */
#define MIS_TABLE_SECOND_ROW                                                                       \
  ": put agents that are alike into one row, with how many they are as its count, and give "       \
  "others a name of their own"

/**
 * MisTableAgent:
 * @line: where its first row stands
 * @agent, @name, @principal: what the table says; only @agent is never empty
 * @kind: human unless the table says otherwise
 * @count: 1 unless the table says otherwise
 * @areas, @positions: (array length=n_positions): what the table says of each area, each at most
 *   once; unknown where the goal is empty. Areas that are not among them are not mentioned
 *
 * Belongs to the reader, until its next agent.
 */
typedef struct
{
  guint64 line;
  GString *agent;
  GString *name;
  GString *principal;
  gboolean has_name;
  gboolean has_kind;
  gboolean has_principal;
  gboolean has_count;
  MisKind kind;
  guint64 count;
  guint n_positions;
  guint *areas;
  MisPosition *positions;
} MisTableAgent;

/**
 * MisTableAgents:
 * @agent: the one at hand
 * @n_rows: read so far, without the header
 * @n_empty_weights: found so far beside a goal, in a column with weights
 * @kinds: (nullable) (element-type MisTableKindCount): words for kinds that are none as the program
 *   writes them, so far; they are the principals of their agents where no column holds those
 *
 * The other members are private.
 */
typedef struct
{
  MisTableAgent agent;
  guint64 n_rows;
  guint64 n_empty_weights;
  GPtrArray *kinds;

  MisTableScan *scan;
  MisTableVocabulary *vocabulary;
  MisTableHeader header;
  gboolean comma;
  gboolean has_told_scale;
  gboolean is_pending; /* the record at hand is the first of the next agent */
  guint64 column;      /* where the agent at hand is named */
  guint64 row;
  guint n_allocated;
  guint n_lines;
  guint64 *lines; /* for each area, the last row that names it */
} MisTableAgents;

/* Reads the header; both are borrowed. %FALSE with a fault of @scan; to be cleared in any case. */
gboolean mis_table_agents_init (MisTableAgents *agents,
                                MisTableScan *scan,
                                MisTableVocabulary *vocabulary);

void mis_table_agents_clear (MisTableAgents *agents);

/**
 * mis_table_agents_next:
 *
 * Reads all rows of the next agent, which stand together. Faults of rows are set aside. O(bytes);
 * allocates only for areas, positions and texts longer than any before.
 *
 * Returns: %FALSE at the end, or with a fault of the scan
 */
gboolean mis_table_agents_next (MisTableAgents *agents);

/* Sets a fault of the scan that points to the agent at hand; returns %FALSE. */
gboolean mis_table_agents_fail (MisTableAgents *agents, MisFileError code, const char *message);

G_END_DECLS
