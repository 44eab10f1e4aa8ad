/* project-reader.h: a project file (*.misalign) as a world, or the reasons why it is none.
 *
 * Strict: an unknown member, a wrong type, a value out of range, a duplicate id or member, a
 * dangling reference, a control or bidi character in a name. Nothing is guessed, dropped or
 * clamped, and nothing of a faulty file is loaded. The members of an object come in any order.
 */
#pragma once

#include "core/world.h"
#include "file/fault.h"

G_BEGIN_DECLS

#define MIS_PROJECT_FORMAT "misalign-project"
#define MIS_PROJECT_VERSION 1u
#define MIS_PROJECT_MAX_DEPTH 64u

/**
 * mis_project_read:
 * @text: (array length=length): the bytes of a file
 * @fault: (out): what is wrong with it, with the other faults of its content; free with
 *   mis_fault_free()
 *
 * Defaults of members that are left out: title, descriptions, notes, sources, principal and lists
 * of pairs, scenarios, changes and experiments empty; name the id; kind "human"; count, weight 1;
 * conflict 0 ("no goal" conflicts with nobody unless a pair says so); an area without position
 * unknown.
 * A whole number may be written with a fraction of 0, as spreadsheets and scripts do ("500.0").
 *
 * O(@length), for pairs and positions times a hash look-up; beside @text it needs the world itself
 * and at most half of that again.
 *
 * Returns: (transfer full): %NULL if there is a fault
 */
MisWorld *mis_project_read (const char *text, gsize length, MisFault **fault);

/**
 * mis_project_read_bytes:
 * @file_name: for the message
 *
 * The same, for callers that want a #GError of the domain %MIS_FILE_ERROR.
 */
MisWorld *mis_project_read_bytes (GBytes *bytes, const char *file_name, GError **error);

G_END_DECLS
