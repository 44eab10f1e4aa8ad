#include "app/plot-card.h"

#include <glib/gi18n.h>

#include "app/plot-view.h"

struct _MisPlotCard
{
  AdwBin parent_instance;

  AdwBin *control_bin;
  AdwBin *choice_bin;
  GtkWidget *export_button;
  GtkWidget *overlay;
  MisPlotView *plot;
  GtkLabel *remark;
  GtkLabel *caption;
  AdwBin *list_bin;

  char *title;
  char *chart_name;
  char *list_action;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CHART_NAME,
  PROP_CONTROL,
  PROP_CHOICE,
  PROP_LIST,
  PROP_LIST_ACTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (MisPlotCard, mis_plot_card, ADW_TYPE_BIN)

static void
mis_plot_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_PLOT_CARD);
  G_OBJECT_CLASS (mis_plot_card_parent_class)->dispose (object);
}

static void
mis_plot_card_finalize (GObject *object)
{
  MisPlotCard *self = MIS_PLOT_CARD (object);

  g_free (self->title);
  g_free (self->chart_name);
  g_free (self->list_action);
  G_OBJECT_CLASS (mis_plot_card_parent_class)->finalize (object);
}

static void
mis_plot_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MisPlotCard *self = MIS_PLOT_CARD (object);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_CHART_NAME: g_value_set_string (value, self->chart_name); break;
    case PROP_CONTROL: g_value_set_object (value, adw_bin_get_child (self->control_bin)); break;
    case PROP_CHOICE: g_value_set_object (value, adw_bin_get_child (self->choice_bin)); break;
    case PROP_LIST: g_value_set_object (value, adw_bin_get_child (self->list_bin)); break;
    case PROP_LIST_ACTION:
      g_value_set_string (value, self->list_action);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* What is shown is what is exported. */
static void
show_export (MisPlotCard *self)
{
  gboolean has_list = gtk_widget_get_visible (GTK_WIDGET (self->list_bin));
  GtkActionable *button = GTK_ACTIONABLE (self->export_button);
  g_autofree char *label = g_strdup_printf (
      has_list ? _ ("Export the table “%s”") : _ ("Export the chart “%s”"), self->title);

  /* An action never has the target of the other one, not for a moment. */
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (
      button, has_list ? NULL : g_variant_new_string (self->chart_name));
  gtk_actionable_set_action_name (button, has_list ? self->list_action : "win.export-chart");
  gtk_widget_set_visible (self->export_button, !has_list || self->list_action != NULL);
  gtk_widget_set_tooltip_text (self->export_button,
                               has_list ? _ ("Export This Table…") : _ ("Export This Chart…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->export_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Where there is nothing to choose, there is no gap for it either. */
static void
set_choice (MisPlotCard *self, GtkWidget *choice)
{
  adw_bin_set_child (self->choice_bin, choice);
  if (choice != NULL)
    g_object_bind_property (choice, "visible", self->choice_bin, "visible", G_BINDING_SYNC_CREATE);
}

static void
mis_plot_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MisPlotCard *self = MIS_PLOT_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      show_export (self);
      break;
    case PROP_CHART_NAME:
      g_free (self->chart_name);
      self->chart_name = g_value_dup_string (value);
      show_export (self);
      break;
    case PROP_CONTROL:
      adw_bin_set_child (self->control_bin, g_value_get_object (value));
      break;
    case PROP_CHOICE:
      set_choice (self, g_value_get_object (value));
      break;
    case PROP_LIST:
      adw_bin_set_child (self->list_bin, g_value_get_object (value));
      break;
    case PROP_LIST_ACTION:
      g_free (self->list_action);
      self->list_action = g_value_dup_string (value);
      show_export (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mis_plot_card_class_init (MisPlotCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = mis_plot_card_dispose;
  object_class->finalize = mis_plot_card_finalize;
  object_class->get_property = mis_plot_card_get_property;
  object_class->set_property = mis_plot_card_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_CHART_NAME] = g_param_spec_string ("chart-name", NULL, NULL, "", flags);
  properties[PROP_CONTROL] = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CHOICE] = g_param_spec_object ("choice", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LIST_ACTION] = g_param_spec_string ("list-action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (MIS_TYPE_PLOT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/plot-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, control_bin);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, choice_bin);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, export_button);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, overlay);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, plot);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, remark);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, caption);
  gtk_widget_class_bind_template_child (widget_class, MisPlotCard, list_bin);
  gtk_widget_class_set_css_name (widget_class, "plotcard");
}

static void
mis_plot_card_init (MisPlotCard *self)
{
  self->title = g_strdup ("");
  self->chart_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mis_plot_card_set_chart (MisPlotCard *self, MisChart *chart)
{
  g_return_if_fail (MIS_IS_PLOT_CARD (self));

  mis_plot_view_set_chart (self->plot, chart);
}

MisChart *
mis_plot_card_get_chart (MisPlotCard *self)
{
  g_return_val_if_fail (MIS_IS_PLOT_CARD (self), NULL);

  return mis_plot_view_get_chart (self->plot);
}

static void
show_caption (MisPlotCard *self)
{
  const char *caption = gtk_label_get_label (self->caption);

  gtk_widget_set_visible (GTK_WIDGET (self->caption),
                          *caption != '\0'
                            && !gtk_widget_get_visible (GTK_WIDGET (self->list_bin)));
}

void
mis_plot_card_set_caption (MisPlotCard *self, const char *caption)
{
  g_return_if_fail (MIS_IS_PLOT_CARD (self));

  gtk_label_set_label (self->caption, caption);
  show_caption (self);
}

void
mis_plot_card_set_outdated (MisPlotCard *self, const char *remark)
{
  g_return_if_fail (MIS_IS_PLOT_CARD (self));

  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  if (remark != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->plot), "outdated");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->plot), "outdated");
}

void
mis_plot_card_show_list (MisPlotCard *self, gboolean shown)
{
  g_return_if_fail (MIS_IS_PLOT_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->list_bin), shown);
  gtk_widget_set_visible (self->overlay, !shown);
  show_export (self);
  show_caption (self);
}

void
mis_plot_card_take_focus (MisPlotCard *self)
{
  g_return_if_fail (MIS_IS_PLOT_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}
