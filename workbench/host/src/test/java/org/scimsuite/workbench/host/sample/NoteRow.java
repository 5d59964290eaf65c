package org.scimsuite.workbench.host.sample;

import net.java.ao.Entity;
import net.java.ao.schema.Table;

/** A note. */
@Table("NOTE")
public interface NoteRow extends Entity {

    String getText();

    void setText(String text);
}
