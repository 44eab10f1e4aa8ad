/* failing-calls.h: system calls that fail when a test wants them to. */
#pragma once

#include "file/system-calls.h"

G_BEGIN_DECLS

/**
 * FailingPlan:
 * @calls: how many there were
 * @fails_at: the first one that fails, from 1; 0: none
 * @persists: whether all behind it fail too
 * @number: the errno they fail with
 * @renamed: (out): whether the new file is in its place
 * @leaves_temporary: (out): whether a temporary file could not be removed
 * @intruder: (nullable): a file that somebody else writes to while the new one is being written
 */
typedef struct
{
  guint calls;
  guint fails_at;
  gboolean persists;
  int number;
  gboolean renamed;
  gboolean leaves_temporary;
  const char *intruder;
} FailingPlan;

/* What the calls do; the table of system calls has no room for it. */
extern FailingPlan failing_plan;

/* The real calls, as far as the plan lets them. */
extern const MisSystemCalls failing_calls;

G_END_DECLS
