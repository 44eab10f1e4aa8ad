/* error.h: the errors of the model itself: a value, a name or a reference that cannot be. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MisError:
 * @MIS_ERROR_RANGE: a number outside what its place allows
 * @MIS_ERROR_TEXT: an id or a name with characters or a length that its place does not allow
 * @MIS_ERROR_DUPLICATE: an id, or a pair of goals, that is there already
 * @MIS_ERROR_UNKNOWN: an id that nothing in the world has
 * @MIS_ERROR_LIMIT: more of something than limits.h allows
 *
 * Messages have the form "found ..., expected ..."; whoever knows the place puts it in front
 * with g_prefix_error().
 */
typedef enum
{
  MIS_ERROR_RANGE,
  MIS_ERROR_TEXT,
  MIS_ERROR_DUPLICATE,
  MIS_ERROR_UNKNOWN,
  MIS_ERROR_LIMIT,
} MisError;

#define MIS_ERROR (mis_error_quark ())
GQuark mis_error_quark (void);

G_END_DECLS
