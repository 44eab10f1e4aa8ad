/* parameter-list-private.h: what the parts of the list share: parameter-list.c has the search, the
 * reset and what is shown; parameter-list-rows.c the rows, and which headings are unfolded;
 * parameter-list-place.c keeps them in their place. */
#pragma once

#include "app/parameter-list.h"
#include "document/parameter-model.h"
#include "document/parameter-search.h"

G_BEGIN_DECLS

struct _MisParameterList
{
  AdwBin parent_instance;

  GtkEditable *search_entry;
  GtkWidget *reset_all_button;
  GtkStack *pages;
  GtkListView *list;

  MisDocument *document;
  MisParameter *all;       /* the heading above all */
  GtkSelectionModel *rows; /* all numbers under their headings */
  MisParameterSearch *search; /* (nullable): that is not yet through */
  guint search_source;
  GHashTable *open;        /* headings within a section that are unfolded, or were when it closed */
  gboolean counts;

  /* The row that is to stay where it is, until the next layout; NULL if none is. */
  GtkWidget *held_item;
  const MisParameter *held_parameter; /* compared only: it may be gone */
  double held_top;
  GdkFrameClock *held_clock;
};

/* (transfer full): the rows below @root, which it takes over; @unfolded: those headings at the top
 * that have few rows below them. */
GtkSelectionModel *mis_parameter_list_new_rows (MisParameterList *self,
                                                MisParameterModel *root,
                                                gboolean unfolded);

/* Shares become counts, or the other way round: the rows of the population are made anew. */
void mis_parameter_list_remake_population (MisParameterList *self);

/* (transfer full) (nullable): the row of the pair at @index of the conflicts of @area, unfolded. */
GtkTreeListRow *mis_parameter_list_unfold_conflict (MisParameterList *self,
                                                    guint area,
                                                    guint index);

/* Keeps the row that has the keyboard, or that of @parameter, where it is, whatever becomes of
 * those around it before the next frame. The first that is asked for counts. */
void mis_parameter_list_hold_focused (MisParameterList *self);
void mis_parameter_list_hold (MisParameterList *self, const MisParameter *parameter);
void mis_parameter_list_let_go (MisParameterList *self);

/* The widgets of the rows. */
void mis_parameter_list_init_rows (MisParameterList *self);

G_END_DECLS
