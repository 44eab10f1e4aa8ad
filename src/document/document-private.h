/* document-private.h: what loading and saving may set, and what moving numbers remembers. */
#pragma once

#include "document/document.h"
#include "document/parameter.h"
#include "file/load.h"

G_BEGIN_DECLS

/**
 * mis_document_set_saved:
 * @world: what @file holds now; "unsaved" goes only if it is still the current one
 * @stamp: what is on disk
 */
void mis_document_set_saved (MisDocument *self,
                             GFile *file,
                             MisWorld *world,
                             const MisFileStamp *stamp);

/* What was on disk when it was loaded or saved last; all 0 before. */
const MisFileStamp *mis_document_get_stamp (MisDocument *self);
void mis_document_set_stamp (MisDocument *self, const MisFileStamp *stamp);

/* (element-type GTask): the save that runs, and behind it those that wait for it. */
GQueue *mis_document_get_saves (MisDocument *self);

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

/* Returns: (transfer none): to be read and written. */
MisOrigin *mis_document_get_origin (MisDocument *self);

/* (element-type utf8 MisRange): what set-range.h remembers, to be read and written. */
GHashTable *mis_document_get_set_ranges (MisDocument *self);

/* (nullable): mis_share_get_goals() for the current population, reckoned once for each. */
const guint64 *mis_document_get_goals (MisDocument *self);

G_END_DECLS
