/* import-job.h: what takes long in an import, by a worker: a table is read and looked at, and tried
 * out as a plan says. */
#pragma once

#include <gio/gio.h>

#include "file/table-plan.h"

G_BEGIN_DECLS

/**
 * mis_import_look_async:
 * @file: (nullable): the table, on this computer
 * @table: (nullable): its bytes, if they are known already
 * @separator: as in mis_table_profile_new()
 * @plan: (nullable): rows that it leaves out do not count
 *
 * O(bytes). Cancelled at any row.
 */
void mis_import_look_async (GFile *file,
                            GBytes *table,
                            char separator,
                            const MisTablePlan *plan,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * mis_import_look_finish:
 * @table: (out) (transfer full): the bytes that were looked at; %NULL if they could not be read
 * @fault: (out): why there is no table
 *
 * Returns: (transfer full): %NULL with a fault, or without one if it was cancelled
 */
MisTableProfile *mis_import_look_finish (GAsyncResult *result, GBytes **table, MisFault **fault);

/**
 * MisImportRequest:
 * @table: the bytes
 * @plan: what they mean
 * @base: (nullable): the project that takes them up; %NULL for a new one
 * @how: likewise
 * @conflict: between any two goals of areas that are new
 * @is_whole: whether all of the result is wanted; otherwise only its score
 */
typedef struct
{
  GBytes *table;
  const MisTablePlan *plan;
  MisWorld *base;
  MisTableHow how;
  double conflict;
  gboolean is_whole;
} MisImportRequest;

/**
 * MisImportResult:
 * @world: (nullable): what becomes of the project; %NULL with a fault, and where only the score is
 *   wanted
 * @summary: what is new in it
 * @fault: (nullable): with all others
 * @doubts: (element-type utf8): what looks like a slip; %NULL where only the score is wanted
 * @n_unknown, @n_positions: of all agents in all problem areas, those whose goal is not known
 * @has_score, @score: overall, if any area has one
 */
typedef struct
{
  MisWorld *world;
  MisTableSummary summary;
  MisFault *fault;
  GPtrArray *doubts;
  guint64 n_unknown;
  guint64 n_positions;
  gboolean has_score;
  double score;
} MisImportResult;

/* @request: copied. O(bytes), and what a score takes. Cancelled at any row, not while it scores. */
void mis_import_try_async (const MisImportRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Returns: (transfer full): %NULL if it was cancelled. */
MisImportResult *mis_import_try_finish (GAsyncResult *result);

void mis_import_result_free (MisImportResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisImportResult, mis_import_result_free)

G_END_DECLS
