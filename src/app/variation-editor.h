/* variation-editor.h: what varies along an axis or between curves, and its values, as rows. */
#pragma once

#include <adwaita.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_VARIATION_EDITOR (mis_variation_editor_get_type ())
G_DECLARE_FINAL_TYPE (MisVariationEditor, mis_variation_editor, MIS, VARIATION_EDITOR, AdwBin)

/**
 * MisVariationEditor:
 *
 * For experiments over a project. What is chosen or typed is offered to whoever takes it, at once;
 * what is refused is marked where it was chosen, with the reason, and changes nothing.
 *
 * Signal "removed": the user wants it to vary no more.
 */

/**
 * MisVariationTake:
 * @variation: (nullable): as it is to be; %NULL if nothing is to vary
 *
 * Returns: (transfer full) (nullable): why not; %NULL if it was taken, and shown with
 *   mis_variation_editor_set()
 */
typedef char *(*MisVariationTake) (const MisVariation *variation, gpointer user_data);

void
mis_variation_editor_set_take (MisVariationEditor *self, MisVariationTake take, gpointer user_data);

/* The heading. Only what stands between curves can be removed, and need not be a number; along x
 * nothing can be chosen too. */
void mis_variation_editor_set_axis (MisVariationEditor *self, const char *title, gboolean is_x);

/* Shows @variation, which has no values if nothing varies, with the names that it has in @world. */
void
mis_variation_editor_set (MisVariationEditor *self, const MisVariation *variation, MisWorld *world);

/* Puts the keyboard to what varies. */
void mis_variation_editor_take_focus (MisVariationEditor *self);

G_END_DECLS
