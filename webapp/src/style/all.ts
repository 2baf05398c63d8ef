import "./fonts.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./mantine.css";
import "./base.css";
