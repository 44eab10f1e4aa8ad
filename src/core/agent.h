/* agent.h: an agent group, all but its positions, as an immutable value. */
#pragma once

#include "core/scoring.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_KIND_HUMAN,
  MIS_KIND_AI,
  MIS_KIND_ORGANIZATION,
  MIS_KIND_OTHER,
} MisKind;

/* Nick and label of each kind, ended by a %NULL nick. */
extern const MisChoice mis_kinds[];

/**
 * MisAgent:
 * @id: unique among the agents of a world
 * @name: for people to read
 * @kind: what these agents are
 * @principal: the role in which they are somebody with whom an AI agent may be aligned; or empty
 * @count: how many identical agents this group has; 0 to %MIS_MAX_COUNT
 * @note: free text, may be empty
 *
 * Immutable and atomically reference-counted. A single agent is a group with count 1.
 */
typedef struct
{
  int ref_count; /* atomic */
  char *id;
  char *name;
  MisKind kind;
  char *principal;
  guint64 count;
  char *note;
} MisAgent;

/**
 * mis_agent_new:
 *
 * Returns: (transfer full): %NULL with a #MisError if a text or the count is not allowed
 */
MisAgent *mis_agent_new (const char *id,
                         const char *name,
                         MisKind kind,
                         const char *principal,
                         guint64 count,
                         const char *note,
                         GError **error);

MisAgent *mis_agent_ref (MisAgent *agent);
void mis_agent_unref (MisAgent *agent);

/* Whether the two say the same. */
gboolean mis_agent_equal (const MisAgent *a, const MisAgent *b);

/* Returns: (transfer full): the same group with another count, which mis_check_count() allows. */
MisAgent *mis_agent_with_count (const MisAgent *agent, guint64 count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisAgent, mis_agent_unref)

G_END_DECLS
