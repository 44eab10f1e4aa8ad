/* option-group.h: one option of the score: its choices, what each means, and what each would do. */
#pragma once

#include <adwaita.h>

#include "document/document.h"
#include "document/option-scores.h"

G_BEGIN_DECLS

#define MIS_TYPE_OPTION_GROUP (mis_option_group_get_type ())
G_DECLARE_FINAL_TYPE (MisOptionGroup, mis_option_group, MIS, OPTION_GROUP, AdwBin)

/* @option: an index into mis_options */
GtkWidget *mis_option_group_new (guint option);

/* Shows which choice the project has; choosing another one is a step of the project. */
void mis_option_group_show (MisOptionGroup *self, MisDocument *document);

/* Writes beside each choice what the score would be. */
void mis_option_group_show_scores (MisOptionGroup *self, MisOptionScores *scores);

G_END_DECLS
