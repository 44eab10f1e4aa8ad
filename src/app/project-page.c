#include "app/project-page.h"

#include <glib/gi18n.h>

#include "app/name-editor.h"
#include "app/text-editor.h"
#include "core/edit.h"
#include "report/number-text.h"

/* Remarks beyond these are counted, so that a long list stays quick. */
#define MOST_REMARKS 100u

struct _MisProjectPage
{
  AdwBin parent_instance;

  MisNameEditor *title;
  MisTextEditor *description;
  AdwPreferencesGroup *remarks_group;
  GtkListBox *remarks;

  MisDocument *document;
};

enum
{
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisProjectPage, mis_project_page, ADW_TYPE_BIN)

/* What is typed until the field is left is one step. */
static void
end_typing (MisProjectPage *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
title_edited_cb (MisProjectPage *self, const char *title)
{
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  mis_document_begin_gesture (self->document);
  edited = mis_world_with_title (mis_document_get_base_world (self->document), title, &error);
  mis_name_editor_set_fault (self->title, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Change Title"));
}

static void
description_edited_cb (MisProjectPage *self, const char *text)
{
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  mis_document_begin_gesture (self->document);
  edited = mis_world_with_description (mis_document_get_base_world (self->document), text, &error);
  mis_text_editor_set_fault (self->description, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Change Description"));
}

static void
remark_activated_cb (MisProjectPage *self, GtkListBoxRow *row)
{
  const char *place = g_object_get_data (G_OBJECT (row), "place");

  if (place != NULL)
    g_signal_emit (self, signals[PLACE_CHOSEN], 0, place);
}

static void
add_remark (MisProjectPage *self, const char *message, const char *place)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), message);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), place != NULL ? "dialog-warning-symbolic"
                                                                    : NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), place != NULL);
  if (place != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "place", g_strdup (place), g_free);
    }
  gtk_list_box_append (self->remarks, row);
}

static void
clear_remarks (MisProjectPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->remarks))) != NULL)
    gtk_list_box_remove (self->remarks, row);
}

/* (transfer full) (nullable): how many remarks there are beyond those that are listed. */
static char *
dup_rest (const GPtrArray *warnings)
{
  guint n = warnings->len - MIN (warnings->len, MOST_REMARKS);
  g_autofree char *count = mis_count_text (n);

  return n > 0 ? g_strdup_printf (ngettext ("%s more remark", "%s more remarks", n), count) : NULL;
}

static gboolean
is_row (MisProjectPage *self, guint index, const char *message, const char *place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->remarks, (int) index);

  if (row == NULL || message == NULL)
    return row == NULL && message == NULL;
  return g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), message)
         && g_strcmp0 (g_object_get_data (G_OBJECT (row), "place"), place) == 0;
}

static gboolean
are_shown (MisProjectPage *self, const GPtrArray *warnings)
{
  guint n = MIN (warnings->len, MOST_REMARKS);
  g_autofree char *rest = dup_rest (warnings);

  for (guint i = 0; i < n; i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      if (!is_row (self, i, warning->message, warning->place))
        return FALSE;
    }
  return is_row (self, n, rest, NULL) && (rest == NULL || is_row (self, n + 1, NULL, NULL));
}

static void
list_remarks (MisProjectPage *self, const GPtrArray *warnings)
{
  g_autofree char *rest = dup_rest (warnings);

  clear_remarks (self);
  for (guint i = 0; i < MIN (warnings->len, MOST_REMARKS); i++)
    {
      const MisWarning *warning = g_ptr_array_index (warnings, i);

      add_remark (self, warning->message, warning->place);
    }
  if (rest != NULL)
    add_remark (self, rest, NULL);
}

/* Remarks that stay keep their rows: every letter that is typed comes here, and a row may have the
 * keyboard. */
static void
show_remarks (MisProjectPage *self, MisResults *results)
{
  g_autoptr (GPtrArray) warnings = mis_score_list_warnings (results->score, results->tally);

  if (!are_shown (self, warnings))
    list_remarks (self, warnings);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), warnings->len > 0);
  adw_preferences_group_set_description (
    self->remarks_group,
    warnings->len > 0 ? _ ("What the score would stumble over. Nothing of it is an error.")
                      : _ ("None: every goal is held, somebody cares about every area, and no "
                           "group is empty."));
}

static void
update (MisProjectPage *self)
{
  MisWorld *world;
  MisResults *results;

  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  world = mis_document_get_world (self->document);
  results = mis_document_get_results (self->document);
  mis_name_editor_show (self->title, mis_world_get_title (world));
  mis_text_editor_show (self->description, mis_world_get_description (world));
  if (results != NULL)
    show_remarks (self, results);
}

static void
mis_project_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_project_page_parent_class)->map (widget);
  update (MIS_PROJECT_PAGE (widget));
}

static void
forget_document (MisProjectPage *self)
{
  if (self->document == NULL)
    return;
  end_typing (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
}

static void
mis_project_page_dispose (GObject *object)
{
  forget_document (MIS_PROJECT_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_PROJECT_PAGE);
  G_OBJECT_CLASS (mis_project_page_parent_class)->dispose (object);
}

static void
mis_project_page_class_init (MisProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_project_page_dispose;
  widget_class->map = mis_project_page_map;

  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", MIS_TYPE_PROJECT_PAGE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MIS_TYPE_NAME_EDITOR);
  g_type_ensure (MIS_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisProjectPage, title);
  gtk_widget_class_bind_template_child (widget_class, MisProjectPage, description);
  gtk_widget_class_bind_template_child (widget_class, MisProjectPage, remarks_group);
  gtk_widget_class_bind_template_child (widget_class, MisProjectPage, remarks);
  gtk_widget_class_bind_template_callback (widget_class, title_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, remark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_typing);
}

static void
mis_project_page_init (MisProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_project_page_set_document (MisProjectPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_PROJECT_PAGE (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
