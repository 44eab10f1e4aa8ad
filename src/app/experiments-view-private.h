/* experiments-view-private.h: what the parts of the view share: experiments-view.c has the gallery
 * and what is bundled; experiments-view-own.c the experiments of the project. */
#pragma once

#include "app/card-grid.h"
#include "app/experiment-card.h"
#include "app/experiment-page.h"
#include "app/experiments-view.h"
#include "document/experiment-run.h"

G_BEGIN_DECLS

struct _MisExperimentsView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *own_section;
  GtkWidget *own_hint;
  GtkWidget *new_button;
  MisCardGrid *own;
  MisCardGrid *figures;
  MisCardGrid *others;
  MisExperimentPage *page;

  MisDocument *document; /* NULL without a project */
  MisWorld *world;       /* that the cards of the project are of */
  GPtrArray *own_cards;  /* in the order of the project */
  GPtrArray *cards;      /* of what is bundled */
  MisExperimentRun *run;
  guint n_ticks;              /* of the run */
  MisExperimentCard *drawing; /* the card whose chart is being run; NULL if none */
  MisExperimentCard *open;    /* the card whose page is shown; NULL in the gallery */
};

/* Runs the first card that waits for its small chart, if there is one. */
void mis_experiments_view_draw_next (MisExperimentsView *self);

void mis_experiments_view_open_card (MisExperimentsView *self, MisExperimentCard *card);
void mis_experiments_view_card_clicked_cb (MisExperimentCard *card, MisExperimentsView *self);
void mis_experiments_view_show_gallery (MisExperimentsView *self);

/* Whether @card is of the project. */
gboolean mis_experiments_view_is_own (MisExperimentsView *self, MisExperimentCard *card);

/* Brings what is shown of the project to what it is now. */
void mis_experiments_view_follow (MisExperimentsView *self);

/* What the header says, with keys for them. */
void mis_experiments_view_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
