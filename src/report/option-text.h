/* option-text.h: what the options of a score mean, a sentence for each. */
#pragma once

#include "core/scoring.h"

G_BEGIN_DECLS

/* What option @option, an index into mis_options, is about. Translated. */
const char *mis_option_text (guint option);

/* What the choice @choice of it means. Translated. */
const char *mis_option_choice_text (guint option, guint choice);

/* "Geometric mean": the name of the choice, as menus have it. Translated. */
const char *mis_option_choice_label (guint option, guint choice);

G_END_DECLS
