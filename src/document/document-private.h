/* document-private.h: what the parts of a document share: document.c has its life, properties and
 * results; document-steps.c edits, gestures, undo and what is shown. And what loading and saving
 * may set, and what moving numbers remembers. */
#pragma once

#include "document/document.h"
#include "document/history.h"
#include "document/parameter.h"
#include "document/row-choices.h"
#include "document/scorer.h"
#include "document/shown.h"
#include "file/load.h"

G_BEGIN_DECLS

/**
 * MisOrigin:
 * @world: (nullable): the world before the number that moved last moved first
 * @base: (nullable): the world that this movement, under the locks of now, is known to have led to
 * @kind, @agent: which number of agents that is
 *
 * No part of the project, nor of its history: only where a movement may go on from.
 */
typedef struct
{
  MisWorld *world;
  MisWorld *base;
  MisParameterKind kind;
  guint agent;
} MisOrigin;

struct _MisDocument
{
  GObject parent_instance;

  MisHistory *history; /* of bases with their scenarios */
  MisShown shown;      /* where we stand in it, and what of that is shown */
  MisWorld *opened;
  MisWorld *saved; /* NULL as long as no file holds it */
  GFile *file;     /* likewise */
  gboolean is_draft;
  MisFileStamp stamp;
  GQueue saves; /* of GTask, which hold a reference to us */
  MisScorer *scorer;
  MisRowChoices choices;
  MisWorld *gesture;      /* what was shown at its start; NULL between gestures */
  MisWorld *gesture_base; /* the project then */
  gboolean gesture_stepped;
  MisWorld *ended; /* and ended_base: of the gesture that ended last, if nothing was done since */
  MisWorld *ended_base;
  MisOrigin origin;
  GHashTable *set_ranges;
  guint64 *goals; /* of groups in a population of goals_n; NULL before anybody asks */
  guint64 goals_n;
  MisWorld *goals_of; /* what they are reset to */
};

/* No gesture can be resumed any more. */
void mis_document_forget_ended (MisDocument *self);

/**
 * mis_document_new_recovered:
 * @file: (nullable): where the work came from
 * @stamp: what was on disk then
 *
 * Work of the user's own that no file holds.
 */
MisDocument *
mis_document_new_recovered (MisWorld *world, GFile *file, const MisFileStamp *stamp);

/* Results for what is shown: now where that is quick, else soon. */
void mis_document_update_results (MisDocument *self);

/* Title, steps, file and scenario may be others. Properties are notified one by one; who follows
 * them all is told once. */
void mis_document_notify_state (MisDocument *self);

/* Says that lists of what is shown are out of date. */
void mis_document_layout_changed (MisDocument *self);

/* Says that an edit was not made, and why. */
void mis_document_refuse (MisDocument *self, const char *message);

/**
 * mis_document_set_saved:
 * @world: what @file holds now; "unsaved" goes only if it is still the current one
 * @stamp: what is on disk
 */
void
mis_document_set_saved (MisDocument *self, GFile *file, MisWorld *world, const MisFileStamp *stamp);

/* What was on disk when it was loaded or saved last; all 0 before. */
const MisFileStamp *mis_document_get_stamp (MisDocument *self);
void mis_document_set_stamp (MisDocument *self, const MisFileStamp *stamp);

/* (element-type GTask): the save that runs, and behind it those that wait for it. */
GQueue *mis_document_get_saves (MisDocument *self);

/* Returns: (transfer none): to be read and written. */
MisOrigin *mis_document_get_origin (MisDocument *self);

/* (element-type utf8 MisRange): what set-range.h remembers, to be read and written. */
GHashTable *mis_document_get_set_ranges (MisDocument *self);

/* (nullable): mis_share_get_goals() for the current population, reckoned once for each. */
const guint64 *mis_document_get_goals (MisDocument *self);

G_END_DECLS
