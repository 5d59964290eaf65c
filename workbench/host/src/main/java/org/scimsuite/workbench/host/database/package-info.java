/** The host's database: H2 in a file, or PostgreSQL; and the locks that hosts on one database share. */
package org.scimsuite.workbench.host.database;
